import type { triageCalls } from './triage-calls.ts';

type Answer<Name extends keyof typeof triageCalls> = Awaited<ReturnType<(typeof triageCalls)[Name]>>;
type Item<List> = List extends readonly (infer One)[] ? One : never;

export type TriageItem = Item<Answer<'sets'>['items']>;
export type TriageView = Answer<'set'>;
export type TriageFindingView = Item<TriageView['findings']>;
export type TriageSession = Answer<'session'>;
export type TriageResult = NonNullable<TriageSession['result']>;
export type TriageSessionOutline = Item<Answer<'sessions'>['items']>;
