import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStoryReaders } from '#server/stories/open-story-readers.ts';
import { gradeStory } from './grade-story.ts';
import { storyParts } from './part.ts';
import type { RemarkKind } from './story-grade.ts';

const readers = openStoryReaders();
const grade = (sentences: readonly string[] | string) =>
  gradeStory(typeof sentences === 'string' ? sentences : sentences.join(' '), readers);
const kinds = (story: readonly string[] | string): RemarkKind[] =>
  grade(story).remarks.map(({ kind }) => kind);

const opening = [
  'Two years ago I was the only security engineer at a company that sells tickets for ferries.',
  'One Sunday a customer wrote that she could see the bookings of somebody else in the portal.',
  'I had to find out how many people were affected and close the hole before the office opened on Monday.',
];
const actions = [
  'I switched off the page that listed the bookings and left the sale running.',
  'I searched the logs of thirty days for accounts that had opened bookings of others.',
  'Then I wrote a test that asks for a foreign booking at every address of the portal.',
  'I called the developer who had built the page and we added the check on the owner together.',
];
const results = [
  'By ten in the evening the page was back, and the logs showed that 14 customers had seen a foreign booking.',
  'In the next quarter reports of that kind went down from five to none.',
];
const lesson = 'Since then I ask in every review who owns the record, and that test runs on each build.';
const story = [...opening, ...actions, ...results, lesson];

test('a full story has all parts, an own role, a measure and hardly a remark', () => {
  const graded = grade(story);
  expect(storyParts.filter((part) => !graded.parts[part].present)).toEqual([]);
  expect(graded).toMatchObject({ ownership: 'i', measured: true, flags: [] });
  expect(graded.score).toBeGreaterThan(0.8);
  expect(graded.incident).toBeNull();
});

test('without its result a story loses it, the measure and score', () => {
  const graded = grade([...opening, ...actions, lesson]);
  expect(graded.parts.result.present).toBe(false);
  expect(graded.measured).toBe(false);
  expect(graded.score).toBeLessThan(grade(story).score - 0.1);
  expect(graded.remarks.map(({ kind }) => kind)).toContain('no-result');
});

test('told with "we" the same deeds earn less, and the open ones are asked about', () => {
  const shared = story.map((sentence) => sentence.replace(/\bI was\b/, 'We were').replace(/\bI\b/g, 'we'));
  const graded = grade(shared);
  expect(graded.ownership).toBe('we');
  expect(graded.score).toBeLessThan(grade(story).score);
  expect(graded.remarks.find(({ kind }) => kind === 'whose-action')?.quote.text).toContain('we ');
});

test('a result without figures is asked for one', () => {
  expect(
    kinds([...opening, ...actions, 'The page was back in the evening and everybody was happy.', lesson]),
  ).toContain('unmeasured-result');
});

test('a lesson that would fit any story is asked about', () => {
  expect(
    kinds([...opening, ...actions, ...results, 'What I learned is that communication is important.']),
  ).toContain('general-lesson');
});

test('an incident that nobody contained is asked about', () => {
  const incident = [
    'An attacker had stolen a key and we had a breach with customer data in a public leak.',
    'I wrote an announcement and I sent it to the board of the company.',
  ];
  expect(grade(incident).incident).toMatchObject({ contained: false });
  expect(kinds(incident)).toContain('no-containment');
});

test('contempt for others is a red flag with its words and costs score', () => {
  const rude =
    'With developers you have to show who is in charge, because those people only learn when it hurts.';
  const graded = grade([...story, rude]);
  expect(graded.flags.map(({ id }) => id)).toEqual(['us-versus-them']);
  expect(graded.flags[0]?.quotes[0]?.text).toBe(rude);
  expect(graded.score).toBeLessThan(grade(story).score - 0.1);
});

test('contempt that is only quoted is no red flag', () => {
  const quoted = 'My old boss said that with developers you have to show who is in charge.';
  expect(grade([...story, quoted]).flags).toEqual([]);
});

test('contempt that the speaker takes back later is no red flag', () => {
  const rude = 'I thought that with developers you have to show who is in charge.';
  expect(grade([...opening, rude, ...actions]).flags).toHaveLength(1);
  expect(grade([...opening, rude, ...actions, 'I was wrong about them, and I told them so.']).flags).toEqual(
    [],
  );
});

test('terms are jargon for an executive and not for an engineer', () => {
  const technical = [
    ...opening,
    'I rotated the HMAC nonce, moved the JWT into the BFF and put mTLS before the gRPC egress.',
  ];
  const found = (audience: 'engineer' | 'executive') =>
    gradeStory(technical.join(' '), readers, audience).remarks.filter(({ kind }) => kind === 'jargon').length;
  expect(found('engineer')).toBe(0);
  expect(found('executive')).toBeGreaterThan(0);
});

test('minutes are words at 140 a minute', () => {
  expect(grade(Array(280).fill('rotate').join(' ')).minutes).toBe(2);
});

test('nothing said scores nothing', () => {
  for (const empty of ['', ' \n', 'um, uh, yeah', '...']) {
    expect(grade(empty)).toMatchObject({ score: 0, minutes: 0, remarks: [], flags: [], ownership: 'nobody' });
  }
});

test('fillers never change the score', () => {
  const filler = fc.constantFrom('um,', 'uh,', 'you know,', 'I mean,', 'er,', 'kind of');
  const places = fc.array(fc.tuple(filler, fc.nat(story.length - 1), fc.nat(8)), { maxLength: 12 });
  const plain = grade(story).score;
  fc.assert(
    fc.property(places, (inserted) => {
      const words = story.map((sentence) => sentence.split(' '));
      for (const [text, at, before] of inserted) words[at]?.splice(before, 0, text);
      expect(grade(words.map((own) => own.join(' '))).score).toBe(plain);
    }),
    { numRuns: 60 },
  );
});

test('sentences said again earn nothing and are pointed out', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(story.length - 1), { minLength: 1, maxLength: 30 }), (again) => {
      const repeated = [...story, ...again.map((at) => story[at] ?? '')];
      expect(grade(repeated).score).toBeLessThanOrEqual(grade(story).score);
      expect(kinds(repeated)).toContain('repeated');
    }),
    { numRuns: 60 },
  );
});

test('every score is within 0 and 1, and every quote is a slice of the story', () => {
  const word = fc.constantFrom(...story.join(' ').split(' '), 'um', '.', '!', '\n\n', '14', 'we', 'stuff');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 150 }), (words) => {
      const text = words.join(' ');
      const { score, parts, remarks, flags } = gradeStory(text, readers);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      const quotes = [
        ...remarks.map(({ quote }) => quote),
        ...flags.flatMap((flag) => flag.quotes),
        ...storyParts.flatMap((part) => parts[part].quotes),
      ];
      for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(remarks.every(({ question }) => question.endsWith('?'))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
