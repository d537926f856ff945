/** UTF-16 offsets into the answer. */
export type Range = { readonly start: number; readonly end: number };

/**
 * From offsets in a text field to offsets in the answer: a field shows each CR LF as one LF. White space at the
 * edges is left out and words that were cut are taken whole; null when nothing but white space is selected.
 */
export function rangeInAnswer(answer: string, fieldStart: number, fieldEnd: number): Range | null {
  const shown = answer.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const selected = shown.slice(fieldStart, fieldEnd);
  const leading = selected.length - selected.trimStart().length;
  const length = selected.trim().length;
  if (length === 0) return null;
  const start = inAnswer(answer, fieldStart + leading);
  return wholeWords(answer, { start, end: inAnswer(answer, fieldStart + leading + length) });
}

const isWord = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);

function wholeWords(answer: string, { start, end }: Range): Range {
  const range = { start, end };
  while (isWord(answer[range.start - 1]) && isWord(answer[range.start])) range.start -= 1;
  while (isWord(answer[range.end]) && isWord(answer[range.end - 1])) range.end += 1;
  return range;
}

function inAnswer(answer: string, fieldOffset: number): number {
  let at = 0;
  for (let seen = 0; seen < fieldOffset && at < answer.length; seen++)
    at += answer.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
