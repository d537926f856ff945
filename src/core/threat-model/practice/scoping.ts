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

const mostWords = 4;
const asks =
  /^(what|which|who|whom|whose|where|when|why|how|is|are|was|do|does|did|can|could|may|will|would|should|has|have)$/i;

/**
 * A question as a sentence: “Rate limits?” as “What about rate limits?”. The reader gives nothing for bare keywords,
 * and people who ask for one thing do so in a word or two. A list of them stays as it is.
 */
export function asSentence(question: string): string {
  const words = question.trim().split(/\s+/);
  const isBare = words.length <= mostWords && !/[,;/&\n]/.test(question.trim());
  return isBare && !words.some((word) => asks.test(word)) ? `What about ${question.trim()}` : question;
}

type Read = readonly {
  readonly id: string;
  readonly met: 'yes' | 'no' | 'unsure';
  /** 0..1. */
  readonly probability: number;
}[];

/**
 * How far behind the best match another is still asked for: two halves of a question match about as well as each
 * other, and a word that a question happens to share with another fact matches plainly worse.
 */
const nearby = 0.18;

/**
 * What becomes of a question that was read: it tells the fact that it matches best, and those that it matches nearly
 * as well. Where the reader is sure of nothing, the candidate has the benefit of doubt.
 */
export function answerQuestion(
  { question, at }: Pick<Asked, 'question' | 'at'>,
  read: Read,
  before: readonly Asked[],
): Asked {
  const sure = read.filter(({ met }) => met === 'yes');
  const meant = sure.length > 0 ? sure : read.filter(({ met }) => met === 'unsure');
  const best = Math.max(...meant.map(({ probability }) => probability));
  const revealed = meant.filter(({ probability }) => probability >= best - nearby).map(({ id }) => id);
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
