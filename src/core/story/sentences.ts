import { type Word, wordsOf } from './words.ts';

/** A sentence of a text; `text` is `source.slice(start, end)`. `words` are without fillers. */
export type Sentence = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
};

const sentenceEnd = /[.!?…]+["'”’)\]]*(?=\s)|\n\s*\n|\n\s*(?=(?:[-–*•]|\d+[.)])\s)/gu;
const abbreviation = /(?:^|\s)(?:e\.g|i\.e|etc|vs|mr|mrs|ms|dr|approx|no|a\.m|p\.m|u\.s|inc|st|\p{L})\.$/iu;
const edges = /^[\s•*–-]+|\s+$/gu;
const longest = 40;
const shortest = 6;
const starters: ReadonlySet<string> = new Set('and so but then'.split(' '));
const subjects: ReadonlySet<string> = new Set(
  "i we they he she it that there then the my our what i'd i'm i've i'll we'd we've they'd he'd she'd it's that's".split(
    ' ',
  ),
);

const loneStarters: ReadonlySet<string> = new Set(['then']);
const bareSubjects: ReadonlySet<string> = new Set(
  "i we they he she i'd i'm i've we'd we've they'd he'd she'd it's that's there's".split(' '),
);
const leadingOn: ReadonlySet<string> = new Set(
  `that and so but or because what which when if where how than until as said say told thought knew saw asked who why while
   before after since though although whether wanted found meant felt think like everything anything all something place
   ones one way thing things time me them him her us it believe guess realized noticed then because with of to for in
   on at by from`.split(/\s+/),
);

/**
 * Cuts a text into sentences, at punctuation, blank lines and bullets. Speech without punctuation is cut where
 * a clause of six words or more is followed by "and I", "so we", "then" and the like. What is filler only is
 * left out.
 */
export function sentencesOf(source: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of source.matchAll(sentenceEnd)) {
    const to = match.index + match[0].length;
    if (abbreviation.test(source.slice(Math.max(from, to - 10), to)) && !startsAnew(source, to)) continue;
    sentences.push(...pieces(source, from, to));
    from = to;
  }
  sentences.push(...pieces(source, from, source.length));
  return sentences;
}

/** "at 2 p.m. We" ends a sentence; "e.g. the" and "Dr. Who" do not. */
const startsAnew = (source: string, at: number): boolean =>
  /(?:[ap]\.m|etc)\.$/i.test(source.slice(0, at)) && /^\s+\p{Lu}/u.test(source.slice(at, at + 8));

function pieces(source: string, from: number, to: number): Sentence[] {
  const whole = sentence(source, from, to);
  if (!whole) return [];
  if (whole.words.length <= longest) return [whole];
  const cuts = cutsIn(whole.words).map((at) => from + at);
  return [from, ...cuts].flatMap((start, index) => sentence(source, start, cuts[index] ?? to) ?? []);
}

function cutsIn(words: readonly Word[]): number[] {
  const base = words[0]?.start ?? 0;
  const cuts: number[] = [];
  let since = 0;
  for (let at = 1; at < words.length - shortest; at += 1) {
    if (at - since < shortest || !opensClause(words, at)) continue;
    cuts.push((words[at]?.start ?? base) - base);
    since = at;
  }
  return cuts;
}

/** "and I", "then we" open a clause; a bare "I" does too, unless the word before it leads on to it. */
function opensClause(words: readonly Word[], at: number): boolean {
  const { word = '' } = words[at] ?? {};
  const before = words[at - 1]?.word ?? '';
  if (starters.has(word)) return subjects.has(words[at + 1]?.word ?? '') || loneStarters.has(word);
  return bareSubjects.has(word) && !leadingOn.has(before);
}

function sentence(source: string, from: number, to: number): Sentence | undefined {
  const raw = source.slice(from, to);
  const text = raw.replace(edges, '');
  if (text === '') return undefined;
  const start = from + raw.indexOf(text);
  const words = wordsOf(text).map((word) => ({ ...word, start: word.start + start, end: word.end + start }));
  return words.length === 0 ? undefined : { text, start, end: start + text.length, words };
}
