import type { LexiconEntry } from '#core/content/lexicon.ts';
import { recallProbability } from './combine.ts';
import { type AnswerText, readAnswer } from './match/answer.ts';
import { type CompiledPoint, compileRubric, type Statement } from './match/compile-rubric.ts';
import { type Measured, measurePoint } from './match/measure.ts';
import { sentenceLikeness } from './match/sentence-likeness.ts';
import { indexWords, typoMender } from './match/typos.ts';
import type { Weigh } from './match/weights.ts';
import { indexLexicon } from './text/lexicon-index.ts';
import { threatWords } from './threat-words.ts';

/** Several ways to say one thing; the first is the claim itself. */
export type Claim = { readonly id: string; readonly texts: readonly string[] };

/** How much a text says each of the claims, 0..1, in the order of the claims. */
export type ClaimReader = (text: string) => readonly number[];

/**
 * Returns a function that prepares claims of one subject for reading. Words that few of the claims and of the texts in
 * `background` use weigh most, words of `about` little. What is measured is how much of the closest wording is there, and how much of the text
 * belongs to the claim. Words without order say nothing, however right they are, and a text that says many claims
 * says each of them the less. The same input gives the same figures everywhere.
 */
export function claimReading(
  entries: readonly LexiconEntry[],
  background: readonly string[] = [],
): (claims: readonly Claim[], about?: string) => ClaimReader {
  const lexicon = indexLexicon([...threatWords, ...entries]);
  const ground = background.map((text, index) => ({ id: `background-${index}`, texts: [text] }));
  const lexiconWords = indexWords(lexicon.words);
  return (claims, about = '') => {
    const points = [...claims, ...ground].map(pointOf);
    const rubric = compileRubric({ slug: '', prompt: about, points, misconceptions: [] }, lexicon);
    const own = rubric.points.slice(0, claims.length);
    const mend = typoMender([indexWords(rubric.words), lexiconWords]);
    return (text) => {
      const read = readAnswer(text, lexicon, rubric.prompt, mend);
      const manner = readsAsSpeech(read);
      if (manner === 0) return claims.map(() => 0);
      const luck = luckOf(read);
      return shared(
        own.map((point) => {
          const said = manner * saidOf(read, point, rubric.weigh);
          return Math.max(0, said - luck * (1 - said));
        }),
      );
    };
  };
}

const pointOf = ({ id, texts: [claim = '', ...paraphrases] }: Claim) => ({
  id,
  claim,
  paraphrases,
  tier: 'must' as const,
  weight: 1,
  probe: '',
  slots: { need: 1, groups: [] },
  anti: [],
});

/** A headline of so many words needs no grammar, but one of several words without any is less to be trusted. */
const headline = { longest: 8, several: 5, bare: 0.55 } as const;

function readsAsSpeech({ tokens, fluency }: AnswerText): number {
  const whole = { from: 0, to: tokens.length };
  if (tokens.length > headline.longest) return sentenceLikeness(tokens, fluency, whole, 'notes');
  const isBare = fluency.grammar === 0 && tokens.length >= headline.several;
  return (isBare ? headline.bare : 1) * Math.max(0, Math.min(1, (0.3 - fluency.disorder) / 0.15));
}

/** How much counts of the closest wording, against what text and claim have in common. */
const wordingShare = 0.35;

function saidOf(text: AnswerText, point: CompiledPoint, weigh: Weigh): number {
  if (isShuffled(text, point.statements)) return 0;
  const measured = measurePoint(text, point, { weigh, topic: 1 });
  return measured.reduce((most, { features }) => Math.max(most, likenessOf(features)), 0);
}

/** A claim of usual length: nobody repeats it in full. */
const usualWords = 14;

function likenessOf({ recall, mass, focus, mismatch }: Measured['features']): number {
  const wording = recallProbability(recall, usualWords);
  const common = Math.sqrt(mass * focus);
  return (wordingShare * wording + (1 - wordingShare) * common) * (1 - 0.5 * mismatch);
}

const mostLuck = 0.08;

/** What long texts have in common with anything; measured on texts about other systems. */
const luckOf = ({ tokens }: AnswerText): number =>
  mostLuck * Math.max(0, Math.min(1, (tokens.length - 10) / 20));

/**
 * Of five words and more that a text shares with a wording, honest ones keep half of the neighbors side by side, and
 * stirred ones hardly a third.
 */
const fewestShared = 5;
const leastKept = 0.34;

/** Many words of one of the wordings, and hardly two side by side as they stand there, nor in any other wording. */
function isShuffled(text: AnswerText, statements: readonly Statement[]): boolean {
  const orders = statements.map((statement) => orderIn(text, statement));
  return orders.includes('shuffled') && !orders.includes('kept');
}

function orderIn({ units }: AnswerText, { units: said }: Statement): 'kept' | 'shuffled' | 'unclear' {
  const places = new Map(said.map(({ key }, index) => [key, index]));
  const found = units.flatMap(({ key }) => places.get(key) ?? []);
  const steps = found.slice(1).map((place, index) => place - (found[index] ?? 0));
  if (new Set(found).size < Math.min(fewestShared, Math.max(4, said.length))) return 'unclear';
  const kept = steps.filter((step) => step === 0 || step === 1).length;
  return steps.length >= 2 && kept / steps.length < leastKept ? 'shuffled' : 'kept';
}

/** A statement may well touch two claims; one that says several as much as any says none in particular. */
const mostShared = 2;
const asMuch = 0.8;

function shared(likeness: readonly number[]): readonly number[] {
  const most = Math.max(...likeness);
  const strong = likeness.filter((value) => value >= 0.5 && value >= asMuch * most).length;
  return strong <= mostShared ? likeness : likeness.map((value) => (value * mostShared) / strong);
}
