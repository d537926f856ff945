import type { scenarioCalls } from './scenario-calls.ts';

type Answer<Name extends keyof typeof scenarioCalls> = Awaited<ReturnType<(typeof scenarioCalls)[Name]>>;
type Item<List> = List extends readonly (infer One)[] ? One : never;

export type ScenarioItem = Item<Answer<'scenarios'>['items']>;
export type ScenarioView = Answer<'scenario'>;
export type ScenarioSession = Answer<'session'>;
export type ScenarioSessionOutline = Item<Answer<'sessions'>['items']>;
export type ScenarioMode = ScenarioSession['mode'];
export type FollowUp = Item<ScenarioSession['followUps']>;
export type RoundResult = NonNullable<ScenarioSession['result']>;
export type SpotView = NonNullable<ScenarioSession['spot']>;
export type SpotItem = Item<SpotView['items']>;
export type { ScenarioDraftBody } from './scenario-calls.ts';
