import type { ScenarioFile } from '#core/content/scenario.ts';
import type { ReplyRubric } from './rubric.ts';

/** A question of the candidate, and what it brought out. */
export type Asked = {
  readonly question: string;
  /** Seconds of the clock. */
  readonly at: number;
  /** Ids of facts; those that an earlier question had brought out are told again. */
  readonly revealed: readonly string[];
  /** `again`: nothing new came of it, since all of it was told or it was asked before. */
  readonly answer: 'told' | 'again' | 'unknown';
};

/** The longest question, in characters. */
export const longestQuestion = 1000;

/** What a scoping question may ask for, as a rubric for the answer grader: a point that is met is a fact asked for. */
export const scopingRubric = ({
  slug,
  facts,
}: Pick<ScenarioFile, 'facts'> & { readonly slug: string }): ReplyRubric => ({
  slug: `scoping-${slug}`,
  // Words of the brief must count in a question.
  prompt: '',
  misconceptions: [],
  points: facts.map(({ id, tier, ask }) => ({
    ...{ id, tier, claim: ask.claim, paraphrases: ask.paraphrases, slots: ask.slots },
    ...{ weight: 1, probe: '', anti: [] },
  })),
});

type Read = readonly { readonly id: string; readonly met: 'yes' | 'no' | 'unsure' }[];

/** What becomes of a question that was read; where the reader is sure of nothing, the candidate has the benefit of doubt. */
export function answerQuestion(
  { question, at }: Pick<Asked, 'question' | 'at'>,
  read: Read,
  before: readonly Asked[],
): Asked {
  const sure = read.filter(({ met }) => met === 'yes');
  const meant = sure.length > 0 ? sure : read.filter(({ met }) => met === 'unsure');
  const revealed = meant.map(({ id }) => id);
  const known = new Set(before.flatMap((asked) => asked.revealed));
  const repeats = before.some((asked) => plain(asked.question) === plain(question));
  const isNew = revealed.some((id) => !known.has(id));
  if (isNew) return { question, at, revealed, answer: 'told' };
  return { question, at, revealed, answer: repeats || revealed.length > 0 ? 'again' : 'unknown' };
}

const plain = (question: string): string =>
  question
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Ids of all facts that were asked for, each once, in the order they came out. */
export const revealedFacts = (asked: readonly Asked[]): readonly string[] => [
  ...new Set(asked.flatMap(({ revealed }) => revealed)),
];
