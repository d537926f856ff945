import type { modelCalls } from './model-calls.ts';

type Answer<Name extends keyof typeof modelCalls> = Awaited<ReturnType<(typeof modelCalls)[Name]>>;
type Item<List> = List extends readonly (infer One)[] ? One : never;

export type ModelOutline = Item<Answer<'models'>['items']>;
export type StoredModel = Answer<'model'>;
export type Loss = Item<Answer<'create'>['losses']>;
export type VersionOutline = Item<Answer<'versions'>['items']>;
export type ModelComparison = Answer<'compare'>;
export type ModelAnalysis = Answer<'analyze'>;
export type Finding = Item<ModelAnalysis['threats']>;
export type FindingRule = Item<ModelAnalysis['rules']>;
export type OpenFact = Item<ModelAnalysis['questions']>;
