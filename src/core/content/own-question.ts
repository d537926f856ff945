/** The longest parts of a user's own question, in UTF-16 code units. */
export const ownQuestionLimits = { title: 80, prompt: 1_500, modelAnswer: 8_000 } as const;
