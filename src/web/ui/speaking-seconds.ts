/** Seconds to say that many words; interviewers hear about 140 a minute. */
export const speakingSeconds = (words: number): number => Math.round((words / 140) * 60);
