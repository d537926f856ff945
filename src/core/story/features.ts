import { stemmer } from 'stemmer';
import { cues, firstPerson, firstPlural, isFigure, states, strongPast, thirdPerson } from './cues.ts';
import type { Sentence } from './sentences.ts';

/** The names of what is true of each sentence of a story, which the model of parts has weights for. */
export function featuresOf(sentences: readonly Sentence[]): string[][] {
  const own = sentences.map((sentence) => ownFeatures(sentence));
  return sentences.map((_, at) => [
    'bias',
    ...placeFeatures(at, sentences.length),
    ...(own[at]?.all ?? []),
    ...(own[at - 1]?.told ?? ['start']).map((name) => `before ${name}`),
    ...(own[at + 1]?.told ?? ['end']).map((name) => `after ${name}`),
  ]);
}

function placeFeatures(at: number, count: number): string[] {
  const share = count < 2 ? 0 : at / (count - 1);
  return [
    `at ${Math.min(at, 4)}`,
    `to-end ${Math.min(count - 1 - at, 3)}`,
    `fifth ${Math.min(4, Math.floor(share * 5))}`,
    ...[0.15, 0.3, 0.45, 0.6, 0.75, 0.9].filter((limit) => share > limit).map((limit) => `past ${limit}`),
  ];
}

/** `all` for the sentence itself; `told` is what its neighbors see of it. */
function ownFeatures({ text, words: found }: Sentence): { all: string[]; told: string[] } {
  const words = found.map(({ word }) => (isFigure(word) ? '#' : word));
  const subject = subjectOf(words);
  const plain = found.map(({ word }) => word).join(' ');
  const cued = Object.entries(cues).flatMap(([name, cue]) => (cue.test(plain) ? [`cue ${name}`] : []));
  const told = [subject, `first ${words[0] ?? ''}`, ...cued, ...(words.includes('#') ? ['figure'] : [])];
  const all = new Set([
    ...told,
    ...words.map((word) => `w ${word}`),
    ...words.map((word) => `s ${stemmer(word)}`),
    ...words.slice(1).map((word, index) => `b ${words[index]} ${word}`),
    ...words.slice(2).map((word, index) => `t ${words[index]} ${words[index + 1]} ${word}`),
    ...['', ' ', '  '].map((_, length) => `opens ${words.slice(0, length + 1).join(' ')}`),
    ...tenses(words),
    `long ${Math.min(5, Math.floor(words.length / 5))}`,
    ...(/\?\s*$/.test(text) ? ['asks'] : []),
    ...(/["“”]/.test(text) ? ['quotes'] : []),
  ]);
  return { all: [...all], told };
}

function personOf(word: string): string | undefined {
  if (firstPerson.has(word)) return 'i';
  if (firstPlural.has(word)) return 'we';
  return thirdPerson.has(word) ? 'they' : undefined;
}

/** Who the sentence is about first, and the shape of the verb after it: "i past", "we state", "none". */
function subjectOf(words: readonly string[]): string {
  const at = words.findIndex((word) => personOf(word) !== undefined);
  const person = personOf(words[at] ?? '');
  if (person === undefined) return `subject none ${words.some((word) => states.has(word)) ? 'state' : ''}`;
  const verb = words
    .slice(at + 1, at + 3)
    .map(shapeOf)
    .find((shape) => shape !== 'other');
  return `subject ${person} ${verb ?? 'other'}${words[at]?.endsWith("'d") ? ' d' : ''}`;
}

function shapeOf(word: string): string {
  if (states.has(word)) return 'state';
  if (strongPast.has(word) || /[^e]ed$/.test(word)) return 'past';
  if (/^(?:would|should|could|can|must|will|might|'ll)/.test(word)) return 'modal';
  return 'other';
}

function tenses(words: readonly string[]): string[] {
  const shapes = words.map(shapeOf);
  const has = (shape: string): boolean => shapes.includes(shape);
  return [
    `tense ${has('past') ? 'past' : ''} ${has('state') ? 'state' : ''} ${has('modal') ? 'modal' : ''}`,
    ...(words.some((word) => /^(?:now|since|nowadays|today|always|ever)$/.test(word)) ? ['lasting'] : []),
    ...(words.some((word) => /^(?:you|your|you're|one)$/.test(word)) ? ['general'] : []),
  ];
}
