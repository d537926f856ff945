/** What the words of an answer say about one point. All are 0..1 unless said otherwise. */
export type LexicalFeatures = {
  /** Slot groups filled, as a share of those needed; 1 when enough. */
  readonly slots: number;
  /** 1 when enough slot groups are filled in this window. */
  readonly filled: number;
  /** Weighted share of the closest statement's units found in the window; denied ones count little. */
  readonly recall: number;
  /** The same for the second closest statement. */
  readonly second: number;
  /** Weight of the point's vocabulary found, against that of a typical statement. */
  readonly mass: number;
  /** Share of the closest statement's neighboring pairs that stand in the same order. */
  readonly order: number;
  /** Share of the window's weight that belongs to the point's vocabulary. */
  readonly focus: number;
  /** Share of matched units that are denied here and not in the statement, or the other way round. */
  readonly mismatch: number;
  /** The speaker is unsure in these words. */
  readonly hedged: number;
  /** A phrase that shows the opposite stands here. */
  readonly anti: number;
  /** How much the whole answer speaks of what the question is about; 1 where that cannot be told. */
  readonly topic: number;
  /** Clauses beyond the first three that were needed, 0..1. */
  readonly spread: number;
};

export const noFeatures: LexicalFeatures = {
  slots: 0,
  filled: 0,
  recall: 0,
  second: 0,
  mass: 0,
  order: 0,
  focus: 0,
  mismatch: 0,
  hedged: 0,
  anti: 0,
  topic: 0,
  spread: 0,
};
