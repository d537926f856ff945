/** A stretch of an answer in UTF-16 code units: `text` is that slice. */
export type Stretch = { readonly start: number; readonly end: number; readonly text: string };

/** What the judge reads at once: pieces in a row, and which of the answer's pieces they are. */
export type JudgeWindow = Stretch & { readonly pieces: readonly Stretch[] };

// Sizes in words, the same as in tools/train-judge/judge_data.py.
const longestPiece = 24;
const largestWindow = 60;

const sentence = /\S(?:[^\n]*?[.!?]["'”’)]?(?=\s|$)|[^\n]*)/g;
const word = /\S+/g;

/** Sentences of an answer; those of more than 24 words, as in speech without punctuation, in equal parts. */
export function piecesOf(answer: string): Stretch[] {
  return [...answer.matchAll(sentence)].flatMap(({ 0: text, index }) => parts(answer, index, text));
}

function parts(answer: string, offset: number, text: string): Stretch[] {
  const words = [...text.matchAll(word)].map(({ 0: { length }, index }) => ({
    start: offset + index,
    end: offset + index + length,
  }));
  const size = Math.ceil(words.length / Math.ceil(words.length / longestPiece));
  return words.flatMap(({ start }, at) => {
    if (at % size !== 0) return [];
    const { end } = words[Math.min(words.length, at + size) - 1] ?? { end: start };
    return [{ start, end, text: answer.slice(start, end) }];
  });
}

/** Overlapping windows over the pieces of an answer; each begins halfway into the one before. */
export function judgeWindows(answer: string): JudgeWindow[] {
  const pieces = piecesOf(answer);
  const windows: JudgeWindow[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = endOfWindow(pieces, from);
    windows.push(joined(answer, pieces.slice(from, to)));
    if (to === pieces.length) break;
    from += Math.max(1, Math.floor((to - from) / 2));
  }
  return windows;
}

function endOfWindow(pieces: readonly Stretch[], from: number): number {
  let words = 0;
  for (let at = from; at < pieces.length; at += 1) {
    const more = wordsIn(pieces[at]?.text ?? '');
    if (at > from && words + more > largestWindow) return at;
    words += more;
  }
  return pieces.length;
}

const wordsIn = (text: string): number => text.match(word)?.length ?? 0;

/** The stretch from the first to the last of some pieces. */
export function joined(answer: string, pieces: readonly Stretch[]): JudgeWindow {
  const start = pieces[0]?.start ?? 0;
  const end = pieces.at(-1)?.end ?? start;
  return { start, end, text: answer.slice(start, end), pieces };
}
