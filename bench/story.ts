// Measures the grading of stories on 60 stories that nothing was fitted on, labeled by two readers.
import { parse } from 'yaml';
import { z } from 'zod';
import { gradeStory } from '#core/story/grade-story.ts';
import { type PartName, partNames } from '#core/story/part.ts';
import type { StoryGrade } from '#core/story/story-grade.ts';
import { openStoryReaders } from '#server/stories/open-story-readers.ts';
import { filesOf, type LabeledStory, labeledStories } from '../tools/train-story/stories.ts';
import { type Measured, percentile, printResults } from './results.ts';
import { f1, mean, quadraticKappa, spearman } from './statistics.ts';

const secondReading = z.object({
  id: z.string(),
  quality: z.number(),
  parts: z.array(z.enum(partNames)),
  flags: z.record(z.string(), z.array(z.number())),
  ownership: z.enum(['i', 'we', 'mixed']),
  measured: z.boolean(),
});
type Reading = z.infer<typeof secondReading>;

const firstOf = (story: LabeledStory): Reading => ({
  ...story,
  parts: story.sentences.map(([part]) => part),
});

/** A story with both readers' labels, what the grader made of it, and of it without punctuation. */
type Told = {
  readonly first: Reading;
  readonly second: Reading;
  readonly graded: StoryGrade;
  readonly parts: readonly PartName[];
  readonly spokenParts: readonly PartName[];
  readonly ms: number;
};

const readers = openStoryReaders();
const stories = labeledStories('test');
const seconds = new Map(
  filesOf('test-second')
    .flatMap((text) => z.object({ stories: z.array(secondReading) }).parse(parse(text)).stories)
    .map((reading) => [reading.id, reading]),
);
const told = stories.flatMap((story) => {
  const second = seconds.get(story.id);
  return second ? [tell(story, second)] : [];
});

function tell(story: LabeledStory, second: Reading): Told {
  const sentences = story.sentences.map(([, text]) => text);
  const spoken = sentences.map((text) => text.toLowerCase().replace(/[.,;:!?]+(?=\s|$)/g, ''));
  const before = performance.now();
  const graded = gradeStory(sentences.join(' '), readers);
  const ms = performance.now() - before;
  return {
    first: firstOf(story),
    second,
    graded,
    ms,
    parts: partsAt(sentences, graded),
    spokenParts: partsAt(spoken, gradeStory(spoken.join(' '), readers)),
  };
}

/** For each labeled sentence the part that most of its characters were read as. */
function partsAt(sentences: readonly string[], { sentences: read }: StoryGrade): PartName[] {
  let next = 0;
  return sentences.map((text) => {
    const [from, to] = [next, next + text.length];
    next = to + 1;
    const covered = (part: PartName): number =>
      read
        .filter((sentence) => sentence.part === part)
        .reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0);
    return partNames.reduce((best, part) => (covered(part) > covered(best) ? part : best), 'other');
  });
}

type Pair = readonly [PartName, PartName];

const pairsOf = (
  said: (story: Told) => readonly PartName[],
  truth: (story: Told) => readonly PartName[],
): Pair[] =>
  told.flatMap((story) => truth(story).map((part, at): Pair => [said(story)[at] ?? 'other', part]));

const f1Of = (pairs: readonly Pair[], part: PartName): number =>
  f1(pairs.map(([said, truth]) => ({ said: said === part, truth: truth === part })));

const macroF1 = (pairs: readonly Pair[], parts: readonly PartName[] = partNames): number =>
  mean(parts.map((part) => f1Of(pairs, part)));

/** Cohen's kappa over any number of classes. */
function kappaOf(pairs: readonly (readonly [string, string])[]): number {
  const share = (side: 0 | 1, name: string): number =>
    pairs.filter((pair) => pair[side] === name).length / pairs.length;
  const names = new Set(pairs.flat());
  const agreed = pairs.filter(([a, b]) => a === b).length / pairs.length;
  const chance = [...names].reduce((sum, name) => sum + share(0, name) * share(1, name), 0);
  return (agreed - chance) / (1 - chance);
}

const flagsOf = ({ flags }: Reading): string[] => Object.keys(flags);
const shownIn = ({ graded }: Told): string[] => graded.flags.map(({ id }) => id);
const count = (lists: (story: Told) => readonly string[]): number =>
  told.reduce((sum, story) => sum + lists(story).length, 0);

/** Precision and recall of red flags, a flag of a story counting once. */
function flagFigures(truth: (story: Told) => readonly string[]): { precision: number; recall: number } {
  const right = count((story) => shownIn(story).filter((id) => truth(story).includes(id)));
  return { precision: right / count(shownIn), recall: right / count(truth) };
}

const quality = ({ first, second }: Told): number => (first.quality + second.quality) / 2;
const good = told.filter(
  (story) => quality(story) >= 4 && flagsOf(story.first).length + flagsOf(story.second).length === 0,
);
const share = (some: readonly Told[], holds: (story: Told) => boolean): number =>
  some.filter(holds).length / some.length;

if (told.length === 0)
  console.log(`\nstory: no story of ${stories.length} has been labeled by a second reader`);
else printResults(`story (${told.length} stories with two readers)`, figures());

function figures(): Measured[] {
  const labels = pairsOf(
    ({ parts }) => parts,
    ({ first }) => first.parts,
  );
  const flags = flagFigures(({ first }) => flagsOf(first));
  const flagsSecond = flagFigures(({ second }) => flagsOf(second));
  const wanted = (what: string, value: number, target: number): Measured => ({
    what,
    value,
    unit: '',
    target,
    atLeast: true,
  });
  const plain = (what: string, value: number): Measured => ({ what, value, unit: '' });
  return [
    wanted('part labeling, macro F1 over six parts, first reader', macroF1(labels), 0.8),
    ...partNames.map((part) => plain(`  ${part}`, f1Of(labels, part))),
    plain('part labeling, macro F1 over the five parts of a story', macroF1(labels, partNames.slice(0, 5))),
    plain(
      'part labeling, macro F1, second reader',
      macroF1(
        pairsOf(
          ({ parts }) => parts,
          ({ second }) => second.parts,
        ),
      ),
    ),
    plain(
      'part labeling without punctuation, macro F1, first reader',
      macroF1(
        pairsOf(
          ({ spokenParts }) => spokenParts,
          ({ first }) => first.parts,
        ),
      ),
    ),
    wanted(
      'order of quality, Spearman, mean of both readers',
      spearman(told.map((story) => [story.graded.score, quality(story)])),
      0.8,
    ),
    wanted('red flags, precision, first reader', flags.precision, 0.9),
    wanted('red flags, recall, first reader', flags.recall, 0.75),
    plain('red flags, precision, second reader', flagsSecond.precision),
    plain('red flags, recall, second reader', flagsSecond.recall),
    plain('red flags shown', count(shownIn)),
    plain(
      'red flags there, first reader',
      count(({ first }) => flagsOf(first)),
    ),
    {
      what: 'good stories with a false flag',
      value: 100 * share(good, (story) => shownIn(story).length > 0),
      unit: '%',
      target: 3,
    },
    plain(
      'ownership as the first reader has it',
      share(told, ({ first, graded }) => first.ownership === graded.ownership),
    ),
    plain(
      'measured as the first reader has it',
      share(told, ({ first, graded }) => first.measured === graded.measured),
    ),
    plain(
      'readers agree on parts, kappa',
      kappaOf(
        pairsOf(
          ({ first }) => first.parts,
          ({ second }) => second.parts,
        ),
      ),
    ),
    plain(
      'readers agree on parts, macro F1',
      macroF1(
        pairsOf(
          ({ first }) => first.parts,
          ({ second }) => second.parts,
        ),
      ),
    ),
    plain(
      'readers agree on quality, quadratic kappa',
      quadraticKappa(
        told.map(({ first, second }) => [first.quality - 1, second.quality - 1]),
        5,
      ),
    ),
    plain(
      'readers agree on ownership, kappa',
      kappaOf(told.map(({ first, second }) => [first.ownership, second.ownership])),
    ),
    plain(
      'readers agree on measured, kappa',
      kappaOf(told.map(({ first, second }) => [String(first.measured), String(second.measured)])),
    ),
    plain(
      'readers agree on flags, F1',
      f1(
        told.flatMap(({ first, second }) =>
          [...new Set([...flagsOf(first), ...flagsOf(second)])].map((id) => ({
            said: flagsOf(second).includes(id),
            truth: flagsOf(first).includes(id),
          })),
        ),
      ),
    ),
    {
      what: 'time for a story, 95th percentile',
      value: percentile(
        told.map(({ ms }) => ms),
        95,
      ),
      unit: 'ms',
    },
  ];
}
