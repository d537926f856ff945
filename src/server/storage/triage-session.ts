import type { TriageAnswer } from '#core/triage/answer.ts';
import type { TriageGrade } from '#core/triage/triage-grade.ts';
import type { Instant } from './instant.ts';

/** One go at a triage set. */
export type TriageSession = {
  readonly id: string;
  readonly set: string;
  /** `open`: being worked on. `closed`: handed in and graded. */
  readonly state: 'open' | 'closed';
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly elapsedSeconds: number;
  /** Goes up by one with every accepted write of the draft. */
  readonly revision: number;
  readonly draft: TriageAnswer;
  /** Null before it is handed in. */
  readonly grade: TriageGrade | null;
  /** 0..1; null before it is handed in. */
  readonly score: number | null;
};

export type TriageOutline = Omit<TriageSession, 'draft' | 'grade'>;

export type TriageStart = {
  readonly set: string;
  readonly id: string;
  readonly at: Instant;
  readonly draft: TriageAnswer;
};

export type TriageDraftWrite = {
  readonly draft: TriageAnswer;
  readonly elapsedSeconds: number;
  /** The revision that the writer last saw. */
  readonly revision: number;
  readonly at: Instant;
};

export type TriageHandIn = {
  readonly grade: TriageGrade;
  /** The revision that was graded. */
  readonly revision: number;
  readonly at: Instant;
};
