import type { TriageAspect } from '../content/triage.ts';
import type { NamedAspect } from './reason-words.ts';

/** What the parts weigh. */
export const triageWeights = { chosen: 0.45, order: 0.2, rejected: 0.15, reasons: 0.2 } as const;
export type TriagePart = keyof typeof triageWeights;

/** What became of a finding that was taken. `swapped`: fair experts take it for one of the others. */
export type ChoiceVerdict = 'right' | 'swapped' | 'can-wait' | 'duplicate' | 'false-positive';

export type TriageChoice = {
  readonly id: string;
  readonly verdict: ChoiceVerdict;
  readonly because: string;
  /** Of a false positive: the words that show it. */
  readonly words?: string;
  /** Of a swap: what the expert takes. */
  readonly inPlaceOf?: string;
};

export type TriageReason = {
  readonly id: string;
  /** 0..1 */
  readonly score: number;
  readonly named: readonly NamedAspect[];
  /** What decides about this finding and was not said. */
  readonly missing: readonly TriageAspect[];
};

export type TriageGrade = {
  readonly set: string;
  /** 0..1 */
  readonly score: number;
  /** The ordering that the answer comes closest to. */
  readonly expert: string;
  readonly parts: Readonly<Record<TriagePart, { readonly score: number; readonly because: string }>>;
  readonly choices: readonly TriageChoice[];
  /** What the expert takes and the answer leaves for later; places count from 1. */
  readonly late: readonly {
    readonly id: string;
    readonly place: number | null;
    readonly expertPlace: number;
    readonly because: string;
  }[];
  readonly rejections: readonly {
    readonly id: string;
    readonly verdict: 'right' | 'duplicate' | 'real';
    readonly because: string;
  }[];
  /** False positives that were kept, with the words that show them. */
  readonly kept: readonly { readonly id: string; readonly words: string; readonly because: string }[];
  readonly reasons: readonly TriageReason[];
  readonly expertOrder: readonly string[];
};
