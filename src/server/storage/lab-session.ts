import type { Grade } from '#core/grading/grade.ts';
import type { ReviewFinding } from '#core/review/finding.ts';
import type { ReviewGrade } from '#core/review/review-grade.ts';
import type { Verdict } from '#server/sandbox/sandbox.ts';
import type { Instant } from './instant.ts';

/** What the candidate writes in a lab. */
export type LabDraft = {
  readonly findings: readonly ReviewFinding[];
  /** Changed files only, by path; null for one that was deleted. */
  readonly files: Readonly<Record<string, string | null>>;
  /** What the candidate would tell the developer. */
  readonly explanation: string;
};

/** An attack of the candidate that worked, as the lab noticed it. */
export type Noticed = { readonly finding: string; readonly message: string; readonly at: Instant };

/** What came of a lab so far. */
export type LabResults = {
  readonly review: ReviewGrade | null;
  /** The findings as they were handed in. */
  readonly reviewed: readonly ReviewFinding[];
  readonly reviewedAt: Instant | null;
  readonly hintsTaken: number;
  readonly exploited: readonly Noticed[];
  readonly runs: number;
  /** Of the last run. */
  readonly verdict: Verdict | null;
  readonly passedAt: Instant | null;
  /** When the candidate asked for the solution instead. */
  readonly gaveUpAt: Instant | null;
  readonly explanation: Grade | null;
  readonly explainedAt: Instant | null;
};

export const noLabResults: LabResults = {
  review: null,
  reviewed: [],
  reviewedAt: null,
  hintsTaken: 0,
  exploited: [],
  runs: 0,
  verdict: null,
  passedAt: null,
  gaveUpAt: null,
  explanation: null,
  explainedAt: null,
};

export const noLabDraft: LabDraft = { findings: [], files: {}, explanation: '' };

/** One go at a lab. */
export type LabSession = {
  readonly id: string;
  readonly lab: string;
  /** Only one session of a lab is open at a time. */
  readonly state: 'open' | 'closed';
  /** Whether the candidate works against the clock. */
  readonly timed: boolean;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly elapsedSeconds: number;
  /** Goes up by one with every accepted write of the draft. */
  readonly revision: number;
  readonly draft: LabDraft;
  readonly results: LabResults;
  /** 0..1 over all steps that were graded; null before the first. */
  readonly score: number | null;
};

/** How far the steps have come, without what was said about them. */
export type LabStanding = Pick<LabResults, 'hintsTaken' | 'passedAt' | 'gaveUpAt'> & {
  /** 0..1; null before the step was graded. */
  readonly reviewScore: number | null;
  readonly explanationScore: number | null;
};

export const standingOf = (results: LabResults): LabStanding => ({
  hintsTaken: results.hintsTaken,
  passedAt: results.passedAt,
  gaveUpAt: results.gaveUpAt,
  reviewScore: results.review?.score ?? null,
  explanationScore: results.explanation?.score ?? null,
});

/** What lists need of a session; a draft can hold every file of an app, and results the output of every check. */
export type LabOutline = Omit<LabSession, 'draft' | 'results'> & { readonly standing: LabStanding };

export type LabDraftWrite = LabDraft & {
  readonly elapsedSeconds: number;
  /** The revision that the writer last saw. */
  readonly revision: number;
  readonly at: Instant;
};

/** What a step of a lab changes beside the draft. */
export type LabProgress = Pick<LabSession, 'results' | 'score' | 'state'>;
