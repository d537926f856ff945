import type { Band, RedFlagId, Tier } from '#core/content/vocabulary.ts';

/** A slice of the answer. Offsets are UTF-16 code units; `text` is `answer.slice(start, end)`. */
export type Quote = { readonly text: string; readonly start: number; readonly end: number };

export type Verdict = 'yes' | 'no' | 'unsure';

export type PointGrade = {
  readonly id: string;
  readonly tier: Tier;
  /** `unsure` is the middle band, in which the reader abstains. */
  readonly met: Verdict;
  /** Calibrated probability, 0..1, that the answer makes the point. */
  readonly probability: number;
  /** Empty unless `met` is `yes` or `unsure`. */
  readonly quotes: readonly Quote[];
  /** One sentence for the candidate: why this verdict. */
  readonly because: string;
};

export type MisconceptionGrade = {
  readonly id: string;
  readonly probability: number;
  readonly quotes: readonly Quote[];
};

export type FlagGrade = { readonly id: RedFlagId; readonly quotes: readonly Quote[] };

/** What read the answer: words alone, or words and the judge. */
export type ReaderName = 'lexical' | 'judge';

export type Grade = {
  readonly question: string;
  /** 0..1. */
  readonly score: number;
  readonly band: Band;
  readonly points: readonly PointGrade[];
  /** Only those that the answer shows. */
  readonly misconceptions: readonly MisconceptionGrade[];
  /** Only those that the answer shows. */
  readonly flags: readonly FlagGrade[];
  readonly reader: ReaderName;
};
