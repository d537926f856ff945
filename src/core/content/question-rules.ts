import type { ContentPath, Finding } from './problem.ts';
import type { Example, Point, Question } from './question.ts';

const requiredHeadings = ['What is measured', 'How a strong answer runs', 'Where answers go wrong'];

/**
 * Checks what a schema cannot: identifiers that must be unique or must exist, quotes that must stand in the
 * answer, probes that give the point away, a debrief with its headings. Returns all findings, in document order.
 */
export function checkQuestion(question: Question): Finding[] {
  return [
    ...duplicateIds(question),
    ...danglingReferences(question),
    ...probesThatTell(question),
    ...question.examples.flatMap((example, index) => checkExample(question, example, index)),
    ...bothEndsShown(question),
    ...debriefHeadings(question),
  ];
}

const error = (rule: string, path: Finding['path'], message: string, mend: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  mend,
});

function duplicateIds(question: Question): Finding[] {
  const seen = new Set<string>();
  const items = [
    ...question.points.map((item, index) => ({ id: item.id, path: ['points', index, 'id'] })),
    ...question.misconceptions.map((item, index) => ({ id: item.id, path: ['misconceptions', index, 'id'] })),
  ];
  return items.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      error('duplicate-id', path, `The id \`${id}\` is used twice in this question.`, 'Give it another id.'),
    ];
  });
}

function danglingReferences(question: Question): Finding[] {
  const points = new Set(question.points.map((point) => point.id));
  return question.misconceptions.flatMap((misconception, index) =>
    misconception.contradicts.flatMap((id, step) =>
      points.has(id)
        ? []
        : [
            error(
              'dangling-reference',
              ['misconceptions', index, 'contradicts', step],
              `There is no point \`${id}\`.`,
              'Name a point of this question.',
            ),
          ],
    ),
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A text holds a phrase when the phrase's words stand in it side by side; a plural of the last word counts. */
function holds(text: readonly string[], phrase: readonly string[]): boolean {
  return text.some((_, start) =>
    phrase.every((word, offset) => {
      const found = text[start + offset];
      return (
        found === word || (offset === phrase.length - 1 && (found === `${word}s` || found === `${word}es`))
      );
    }),
  );
}

function probesThatTell(question: Question): Finding[] {
  return checkProbes(question.prompt, question.points, ['points']);
}

/**
 * Finds probes that give their point away: those that hold, in words that the prompt does not have, what the slots
 * of the point ask for. `path` leads to the points.
 */
export function checkProbes(prompt: string, points: readonly Point[], path: ContentPath): Finding[] {
  const asked = wordsOf(prompt);
  return points.flatMap((point, index) => {
    const probe = wordsOf(point.probe);
    const told = point.slots.groups.map((group) =>
      group.find((phrase) => holds(probe, wordsOf(phrase)) && !holds(asked, wordsOf(phrase))),
    );
    const given = told.filter((phrase) => phrase !== undefined);
    if (given.length < point.slots.need) return [];
    return [
      error(
        'probe-tells',
        [...path, index, 'probe'],
        `The probe gives the point away: it says "${given.join('", "')}".`,
        'Ask openly, with words of the prompt only.',
      ),
    ];
  });
}

function checkExample(question: Question, example: Example, index: number): Finding[] {
  const path = ['examples', index];
  const points = new Set(question.points.map((point) => point.id));
  const misconceptions = new Set(question.misconceptions.map((item) => item.id));
  const unknown = (
    ids: readonly string[],
    known: ReadonlySet<string>,
    key: string,
    what: string,
  ): Finding[] =>
    ids.flatMap((id, step) =>
      known.has(id)
        ? []
        : [
            error(
              'dangling-reference',
              [...path, key, step],
              `There is no ${what} \`${id}\`.`,
              `Name a ${what} of this question.`,
            ),
          ],
    );
  const strayQuotes = example.notes.flatMap((note, step) =>
    example.answer.includes(note.quote)
      ? []
      : [
          error(
            'quote-not-verbatim',
            [...path, 'notes', step, 'quote'],
            'The quote does not stand in the answer.',
            'Copy it letter by letter, line breaks included.',
          ),
        ],
  );
  return [
    ...unknown(example.meets, points, 'meets', 'point'),
    ...unknown(example.misconceptions, misconceptions, 'misconceptions', 'misconception'),
    ...strayQuotes,
  ];
}

function bothEndsShown(question: Question): Finding[] {
  const has = (bands: readonly string[]): boolean =>
    question.examples.some((example) => bands.includes(example.band));
  if (has(['strong-yes', 'yes']) && has(['strong-no', 'no'])) return [];
  return [
    error(
      'examples-one-sided',
      ['examples'],
      'There is no strong or no weak example.',
      'Give at least one of each.',
    ),
  ];
}

function debriefHeadings(question: Question): Finding[] {
  return requiredHeadings.flatMap((heading) =>
    new RegExp(`^## ${heading}\\s*$`, 'm').test(question.debrief)
      ? []
      : [
          error(
            'debrief-heading',
            [],
            `The debrief has no heading "## ${heading}".`,
            'Add it below the front matter.',
          ),
        ],
  );
}
