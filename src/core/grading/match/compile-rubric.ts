import type { Point } from '#core/content/question.ts';
import { judgingKey, mayJudge } from '../text/judging-words.ts';
import type { LexiconIndex } from '../text/lexicon-index.ts';
import { type ReadText, readText } from '../text/read-text.ts';
import { tokensOf } from '../text/tokens.ts';
import { compilePhrase, findPhrase, type Phrase } from './phrases.ts';
import type { Rubric } from './rubric.ts';
import { type Weigh, weigher } from './weights.ts';

export type StatementUnit = {
  readonly key: string;
  readonly parts: readonly string[];
  readonly weight: number;
  readonly denied: boolean;
};

/** One way to make a point, as weighted units. */
export type Statement = {
  readonly text: string;
  readonly units: readonly StatementUnit[];
  /** Sum of the weights. */
  readonly mass: number;
};

export type SlotGroup = {
  readonly phrases: readonly Phrase[];
  /** Whether the point's own statements say the group's words under a denial, and without one. */
  readonly saidDenied: boolean;
  readonly saidPlainly: boolean;
};

export type CompiledPoint = {
  readonly point: Point;
  readonly statements: readonly Statement[];
  readonly groups: readonly SlotGroup[];
  readonly need: number;
  readonly anti: readonly Phrase[];
  /** Every unit of the statements and slots, with its weight. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** What a typical statement weighs. */
  readonly mass: number;
  /** Words of the claim, or, where points have no slots, of all claims: they were cut from one text. */
  readonly words: number;
  /** Asks for several things that may stand apart in the answer. */
  readonly collective: boolean;
};

export type CompiledMisconception = {
  readonly id: string;
  readonly claim: string;
  readonly contradicts: readonly string[];
  readonly statements: readonly Statement[];
  /** Every unit of the statements, with its weight. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly phrases: readonly Phrase[];
};

export type CompiledRubric = {
  readonly points: readonly CompiledPoint[];
  readonly misconceptions: readonly CompiledMisconception[];
  readonly prompt: ReadText;
  /** Every unit of the prompt and the points: what the question is about. */
  readonly subject: ReadonlySet<string>;
  readonly weigh: Weigh;
  /** Every word of the rubric, for the mending of typos. */
  readonly words: ReadonlySet<string>;
};

const quantifierWeight = 0.5;
const judgingWeight = 0.7;
const several = /\b(each|both|at least (?:two|three|four|five|six|seven|eight|nine|ten)|every one)\b/i;

/** Prepares a rubric once for any number of answers. */
export function compileRubric(rubric: Rubric, lexicon: LexiconIndex): CompiledRubric {
  const prompt = readText(rubric.prompt, lexicon);
  const read = rubric.points.map((point) =>
    [point.claim, ...point.paraphrases].map((text) => readText(text, lexicon)),
  );
  const slotTexts = rubric.points.map((point) =>
    point.slots.groups.flat().map((text) => readText(text, lexicon)),
  );
  const weigh = weigher(
    prompt,
    read.map((texts, index) => [...texts, ...(slotTexts[index] ?? [])]),
  );
  const claimWords = wordsOf(rubric.points.map(({ claim }) => claim));
  const points = rubric.points.map((point, index) =>
    compilePoint(point, read[index] ?? [], { weigh, lexicon, slots: slotTexts[index] ?? [], claimWords }),
  );
  const misconceptions = rubric.misconceptions.map((item) => ({
    id: item.id,
    contradicts: item.contradicts,
    claim: item.claim,
    ...opinionsOf([item.claim, ...item.anti], lexicon, weigh),
    phrases: item.anti.map((text) => compilePhrase(text, lexicon, 2)),
  }));
  const antiTexts = rubric.misconceptions.flatMap(({ claim, anti }) => [claim, ...anti].map(tokensOf));
  const words = new Set([
    ...[...read, ...slotTexts].flat().flatMap((text) => text.tokens.map(({ word }) => word)),
    ...antiTexts.flat().map(({ word }) => word),
    ...prompt.tokens.map(({ word }) => word),
  ]);
  const subject = new Set([
    ...prompt.units.map(({ key }) => key),
    ...points.flatMap(({ vocabulary }) => [...vocabulary.keys()]),
  ]);
  return { points, misconceptions, prompt, subject, weigh, words };
}

type Context = {
  readonly weigh: Weigh;
  readonly lexicon: LexiconIndex;
  readonly slots: readonly ReadText[];
  /** Of all points together. */
  readonly claimWords: number;
};

function compilePoint(
  point: Point,
  read: readonly ReadText[],
  { weigh, lexicon, slots, claimWords }: Context,
): CompiledPoint {
  const statements = read.map((text) => statementOf(text, weigh));
  const vocabulary = new Map<string, number>();
  for (const text of [...read, ...slots]) {
    for (const { key } of text.units) vocabulary.set(key, weigh(key));
  }
  return {
    point,
    statements,
    groups: point.slots.groups.map((group) => compileGroup(group, read, lexicon)),
    need: point.slots.need,
    anti: point.anti.map((text) => compilePhrase(text, lexicon)),
    vocabulary,
    mass: statements.reduce((sum, { mass }) => sum + mass, 0) / Math.max(1, statements.length),
    words: point.slots.groups.length === 0 ? claimWords : wordsOf([point.claim]),
    collective: point.slots.need > 2 || several.test(point.claim),
  };
}

const quantifiers: ReadonlySet<string> = new Set(
  'every all any always only never nothing everything nobody everybody everyone'.split(' '),
);

/** Weighs a text's units. */
export function statementOf(text: ReadText, weigh: Weigh): Statement {
  const units = distinct(
    text.units.map(({ key, parts, from }) => ({
      key,
      parts,
      weight: weigh(key),
      denied: text.denied[from] ?? false,
    })),
  );
  return { text: text.source, units, mass: massOf(units) };
}

/** Several wordings of one opinion, and the words they use. */
export function opinionsOf(texts: readonly string[], lexicon: LexiconIndex, weigh: Weigh) {
  const statements = texts.map((text) => opinionOf(readText(text, lexicon), weigh));
  const units = statements.flatMap((statement) => statement.units);
  return { statements, vocabulary: new Map(units.map(({ key, weight }) => [key, weight])) };
}

/**
 * Weighs the units of an opinion. Here words such as "every" and "only" are units too, and "safe", "enough" or
 * "no problem" are one and the same.
 */
function opinionOf(text: ReadText, weigh: Weigh): Statement {
  const plain = statementOf(text, weigh).units.filter(
    ({ key }) => !text.tokens.some(({ word, stem }) => stem === key && mayJudge(word)),
  );
  const others = text.tokens.flatMap(({ word, stem }) => (quantifiers.has(word) ? [stem] : []));
  const judging = text.places.has(judgingKey) ? [judgingKey] : [];
  const units = distinct([
    ...plain,
    ...others.map((key) => ({ key, parts: [key], weight: quantifierWeight, denied: false })),
    ...judging.map((key) => ({
      key,
      parts: [key],
      weight: judgingWeight,
      denied: text.denied[text.places.get(key)?.[0]?.from ?? -1] ?? false,
    })),
  ]);
  return { text: text.source, units, mass: massOf(units) };
}

const wordsOf = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).length;

const massOf = (units: readonly StatementUnit[]): number =>
  units.reduce((sum, { weight }) => sum + weight, 0);

function distinct(units: readonly StatementUnit[]): StatementUnit[] {
  const seen = new Set<string>();
  return units.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function compileGroup(group: readonly string[], read: readonly ReadText[], lexicon: LexiconIndex): SlotGroup {
  const phrases = group.map((text) => compilePhrase(text, lexicon));
  const said = read.flatMap((text) =>
    phrases
      .filter(({ denies }) => !denies)
      .flatMap((phrase) => findPhrase(text, phrase).map(({ from }) => text.denied[from] ?? false)),
  );
  return { phrases, saidDenied: said.includes(true), saidPlainly: said.includes(false) || said.length === 0 };
}
