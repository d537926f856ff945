import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';
import type { Tier } from '#core/content/vocabulary.ts';

export const dimensions = ['scoping', 'model', 'threats', 'mitigations', 'prioritization'] as const;
/** The last is prioritization and communication. */
export type Dimension = (typeof dimensions)[number];

export type DimensionGrade = {
  /** 0..1; null where it could not be graded, and then its weight is shared among the others. */
  readonly score: number | null;
  /** Share of the whole, 0..1. */
  readonly weight: number;
  /** Sentences: what made the score. */
  readonly because: readonly string[];
};

export type ItemKind =
  | 'fact'
  | 'element'
  | 'flow'
  | 'boundary'
  | 'threat'
  | 'mitigation'
  | 'residual-risk'
  | 'trade-off';

/** Something of the reference that the candidate has. */
export type Matched = {
  readonly kind: ItemKind;
  readonly reference: string;
  readonly label: string;
  readonly tier: Tier;
  /** Ids in the candidate's model. */
  readonly candidates: readonly string[];
  /** 0..1. */
  readonly credit: number;
  readonly because: string;
};

export type Missed = {
  readonly kind: ItemKind;
  readonly reference: string;
  readonly label: string;
  readonly tier: Tier;
  readonly because: string;
};

/** What the reference does not have. */
export type Extra = {
  readonly kind: 'element' | 'threat' | 'mitigation';
  readonly candidate: string;
  readonly label: string;
  /** `valid` earns, `repeated` and `additional` are free, `misplaced` costs. */
  readonly verdict: 'valid' | 'additional' | 'repeated' | 'misplaced';
  readonly because: string;
};

export type Contradicted = {
  readonly candidate: string;
  readonly label: string;
  readonly stride: StrideCategory;
  readonly because: string;
};

/** What a threat hangs on that nobody has said. */
export type FollowUp = { readonly candidate: string; readonly label: string; readonly question: string };

export type Findings = {
  readonly matched: readonly Matched[];
  readonly missed: readonly Missed[];
  readonly extras: readonly Extra[];
  readonly contradicted: readonly Contradicted[];
  readonly questions: readonly FollowUp[];
};

export type ModelGrade = Findings & {
  /** 0..1. */
  readonly score: number;
  readonly dimensions: Readonly<Record<Dimension, DimensionGrade>>;
  /** The reference that fits best, by name. */
  readonly reference: string;
};

/** What grading one dimension comes to. */
export type Part = Omit<DimensionGrade, 'weight'> & Partial<Findings>;
