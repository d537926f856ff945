import type { labCalls } from './lab-calls.ts';

type Answer<Name extends keyof typeof labCalls> = Awaited<ReturnType<(typeof labCalls)[Name]>>;
type Item<List> = List extends readonly (infer One)[] ? One : never;

export type LabItem = Item<Answer<'labs'>['labs']>;
export type LabView = Answer<'lab'>;
export type TextFile = Item<LabView['app']>;
export type LabSession = Answer<'session'>;
export type LabSessionOutline = Item<Answer<'sessions'>['sessions']>;
export type LabDraft = LabSession['draft'];
export type Finding = Item<LabDraft['findings']>;
export type LabReview = NonNullable<LabSession['review']>;
export type TrueFinding = Item<LabReview['truth']>;
export type LabVerdict = NonNullable<LabSession['verdict']>;
export type CheckResult = Item<LabVerdict['tests']>;
export type LabExplanation = NonNullable<LabSession['explanation']>;
export type LabSolution = NonNullable<LabSession['solution']>;
export type LabFix = Item<LabSolution['fixes']>;
export type WorkbenchResponse = Answer<'exchange'>['response'];
export type Weakness = Item<Answer<'weaknesses'>['weaknesses']>;
export type { LabDraftBody, WorkbenchRequest } from './lab-calls.ts';
