/** What a review came to. All shares are 0..1. */
export type ReviewGrade = {
  /** The reviewer score. */
  readonly score: number;
  /** Of what was reported, how much points at a true finding; 0 when nothing was reported. Repeats count neither way. */
  readonly precision: number;
  /** Of the true findings, how many were found, wholly or in part. */
  readonly recall: number;
  /** One for each true finding, in the order of the lab. */
  readonly findings: readonly FindingGrade[];
  /** What was reported and points at no true finding, in the order reported. */
  readonly falseAlarms: readonly FalseAlarm[];
  /** What was nearly right. A finding at a wrong place is among the false alarms too. */
  readonly nearMisses: readonly NearMiss[];
};

/** `found`: at the place and with a fitting CWE; `partial`: something of that is off; `missed`: not reported. */
export type Outcome = 'found' | 'partial' | 'missed';

export type FindingGrade = {
  /** The id of the true finding. */
  readonly id: string;
  readonly outcome: Outcome;
  readonly place: number;
  readonly cwe: number;
  readonly severity: number;
  /** `null` when no explanation was given to be judged. */
  readonly explanation: number | null;
  /** One or two sentences for the candidate: what was right and what was not. */
  readonly because: string;
  /** Which of the reported findings point here, by index; several are repeats of one another. */
  readonly reported: readonly number[];
};

export type FalseAlarm = {
  /** Index of the reported finding. */
  readonly reported: number;
  /** `distractor`: lines that look dangerous and are not, as the lab knows. */
  readonly kind: 'distractor' | 'neutral';
  readonly because: string;
};

export type NearMiss = {
  /** Index of the reported finding. */
  readonly reported: number;
  /** The id of the true finding. */
  readonly id: string;
  readonly kind: 'wrong-cwe' | 'wrong-place' | 'lines-off';
  readonly because: string;
};
