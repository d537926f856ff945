import type { RedFlagId } from '#core/content/vocabulary.ts';
import type { PartName, StoryPart } from './part.ts';

/** A slice of the story. Offsets are UTF-16 code units; `text` is `story.slice(start, end)`. */
export type Quote = { readonly text: string; readonly start: number; readonly end: number };

export type PartGrade = {
  readonly present: boolean;
  /** Its sentences, in order. */
  readonly quotes: readonly Quote[];
  /** Share of the story's words, 0..1; what is talk around the story counts as words too. */
  readonly share: number;
};

/** Who acts in the story: mostly the speaker, mostly a group or others, or both. */
export type Ownership = 'i' | 'we' | 'mixed' | 'nobody';

export type FlagGrade = { readonly id: RedFlagId; readonly quotes: readonly Quote[] };

export type RemarkKind =
  | `no-${StoryPart}`
  | 'long-situation'
  | 'whose-action'
  | 'vague-action'
  | 'unmeasured-result'
  | 'no-baseline'
  | 'general-lesson'
  | 'lesson-without-process'
  | 'no-containment'
  | 'no-eradication'
  | 'no-recovery'
  | 'too-short'
  | 'too-long'
  | 'jargon'
  | 'repeated'
  | RedFlagId;

export type Remark = {
  readonly kind: RemarkKind;
  /** What was noticed, in one sentence. */
  readonly says: string;
  /** The words it was noticed by; for something missing, the place after which it is missed. */
  readonly quote: Quote;
  /** What the candidate may ask themselves to get to a better version. */
  readonly question: string;
};

/** How far incidents were told to their end; nothing when the story is about something else. */
export type IncidentGrade = {
  readonly contained: boolean;
  readonly eradicated: boolean;
  readonly recovered: boolean;
};

/** One thing that the score is made of. */
export type AspectGrade = {
  readonly name: AspectName;
  /** 0..1. */
  readonly value: number;
  /** Its share of the score; all of them add up to 1. */
  readonly weight: number;
  readonly because: string;
};

export const aspectNames = [
  'situation',
  'task',
  'action',
  'ownership',
  'result',
  'measured',
  'lesson',
  'detail',
  'focus',
  'attitude',
] as const;
export type AspectName = (typeof aspectNames)[number];

/** Whom the story is told to. */
export const audiences = ['engineer', 'manager', 'executive'] as const;
export type Audience = (typeof audiences)[number];

export type StoryGrade = {
  /** 0..1; its order follows quality, its distances mean little. */
  readonly score: number;
  readonly aspects: readonly AspectGrade[];
  readonly parts: Readonly<Record<StoryPart, PartGrade>>;
  readonly ownership: Ownership;
  /** How many sentences of action the speaker, a "we", and others act in. */
  readonly actors: { readonly i: number; readonly we: number; readonly others: number };
  /** Whether a result is told with a figure or a comparison. */
  readonly measured: boolean;
  /** Minutes it takes to say at 140 words a minute. */
  readonly minutes: number;
  readonly incident: IncidentGrade | null;
  readonly flags: readonly FlagGrade[];
  readonly remarks: readonly Remark[];
  /** Every sentence with what it serves. */
  readonly sentences: readonly (Quote & { readonly part: PartName })[];
};
