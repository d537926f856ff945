/** The longest answer that is taken, in UTF-16 code units; longer text is no spoken answer. */
export const longestAnswer = 40_000;

/** The longest notes beside an answer, and the longest reason for overruling a verdict, in UTF-16 code units. */
export const longestNotes = 20_000;
export const longestReason = 2_000;

/** Words as one would say them: an abbreviation, a hyphenated word and a contraction count as one. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0;
