import type { calls } from './calls.ts';

/** The web's names for what the API answers; every shape is inferred from the server's routes. */
type Answer<Name extends keyof typeof calls> = Awaited<ReturnType<(typeof calls)[Name]>>;
type Item<List> = List extends readonly (infer One)[] ? One : never;

export type Health = Answer<'health'>;
export type Today = Answer<'today'>;
export type QuestionPage = Answer<'questions'>;
export type QuestionSummary = QuestionPage['items'][number];
export type Status = QuestionSummary['status'];
export type { DraftBody, OverruleKind, OwnQuestionBody } from './calls.ts';
export type { FacetName } from './facets.ts';
export type QuestionDetail = Answer<'question'>;

export type AttemptView = Answer<'attempt'>;
export type AttemptSummary = Answer<'attempts'>['items'][number];
export type AskedQuestion = AttemptView['question'];
export type Result = NonNullable<AttemptView['result']>;
export type PointView = Item<Result['points']>;
export type MisconceptionView = Item<Result['misconceptions']>;
export type FlagView = Item<Result['flags']>;
export type Overrule = NonNullable<PointView['overrule']>;
export type ProbeView = Item<Result['probes']>;
export type Debrief = NonNullable<Result['debrief']>;
export type DebriefExample = Item<Debrief['examples']>;
export type Credit = Result['unprompted'];
export type Opinion = Answer<'secondOpinion'>;
export type CalibrationItem = Item<Answer<'calibration'>['items']>;

export type Settings = Answer<'settings'>;
export type Theme = Settings['theme'];
export type OwnQuestion = Item<Answer<'ownQuestions'>['items']>;
export type GuideOutline = Item<Answer<'guide'>['pages']>;
export type AccuracyCard = Answer<'accuracy'>;
export type PackSummary = Item<Answer<'packs'>['items']>;
export type ImportPreview = Answer<'previewImport'>;
export type SystemItem = Item<Answer<'system'>['items']>;
