/** Words as one would say them: an abbreviation, a hyphenated word and a contraction count as one. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu)?.length ?? 0;

/** Seconds to say that many words; interviewers hear about 140 a minute. */
export const speakingSeconds = (words: number): number => Math.round((words / 140) * 60);
