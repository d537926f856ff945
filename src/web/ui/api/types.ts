import type { QuestionPrompt } from '#core/content/question.ts';
import type { Band, Category, RedFlagId, Tier } from '#core/content/vocabulary.ts';
import type { Quote, Verdict } from '#core/grading/grade.ts';

export type Status = 'new' | 'due' | 'weak' | 'strong' | 'resting';

export type QuestionSummary = Omit<QuestionPrompt, 'prompt' | 'snippet'> & {
  opening: string;
  status: Status;
  attempts: number;
  lastBand: Band | null;
  lastScore: number | null;
  lastAt: string | null;
  dueAt: string | null;
  own: boolean;
};

export type Facet = { value: string; count: number };
export const facetNames = [
  'category',
  'stage',
  'competency',
  'difficulty',
  'format',
  'status',
  'pack',
] as const;
export type FacetName = (typeof facetNames)[number];
export type QuestionPage = { items: QuestionSummary[]; total: number; facets: Record<FacetName, Facet[]> };

export type AskedQuestion = QuestionPrompt & { own: boolean };
export type AttemptState = 'drafting' | 'submitted' | 'graded';

export type AttemptSummary = {
  id: string;
  question: string;
  title: string;
  category: Category;
  state: AttemptState;
  startedAt: string;
  submittedAt: string | null;
  elapsedSeconds: number;
  selfScore: number | null;
  score: number | null;
  band: Band | null;
  answerWords: number;
};

export type QuestionDetail = {
  question: AskedQuestion;
  status: Status;
  history: AttemptSummary[];
  draft: string | null;
};

export type OverruleKind = 'point' | 'misconception' | 'flag';
export type Overrule = { verdict: Verdict; quote: Quote | null; reason: string; at: string };

export type PointView = {
  id: string;
  claim: string;
  tier: Tier;
  weight: number;
  met: Verdict;
  probability: number;
  because: string;
  quotes: Quote[];
  overrule: Overrule | null;
  prompted: boolean;
};
export type MisconceptionView = {
  id: string;
  claim: string;
  correction: string;
  quotes: Quote[];
  overrule: Overrule | null;
};
export type FlagView = {
  id: RedFlagId;
  title: string;
  why: string;
  better: { instead: string; say: string }[];
  quotes: Quote[];
  overrule: Overrule | null;
};
export type ProbeView = {
  ordinal: number;
  kind: 'point' | 'misconception' | 'twist';
  target: string | null;
  prompt: string;
  answer: string;
  revision: number;
  answeredAt: string | null;
  grade: { met: Verdict; because: string; quotes: Quote[]; score: number } | null;
};
export type DebriefExample = {
  title: string;
  band: Band;
  answer: string;
  notes: { quote: string; comment: string }[];
};
export type Debrief = {
  tests: string;
  markdown: string;
  references: string[];
  examples: DebriefExample[];
  twist: { prompt: string; reference: string };
};
export type Credit = { met: number; of: number };
export type Result = {
  score: number;
  band: Band;
  anchor: string;
  reader: string;
  accuracy: string;
  points: PointView[];
  misconceptions: MisconceptionView[];
  flags: FlagView[];
  unprompted: Credit;
  prompted: Credit;
  scoreAfterOverrules: number;
  bandAfterOverrules: Band;
  probes: ProbeView[];
  nextProbe: 'available' | 'none';
  debrief: Debrief | null;
  modelAnswer: string | null;
};
export type AttemptView = {
  id: string;
  state: AttemptState;
  question: AskedQuestion;
  answer: string;
  notes: string;
  elapsedSeconds: number;
  revision: number;
  startedAt: string;
  submittedAt: string | null;
  selfScore: number | null;
  result: Result | null;
};

export type DraftBody = { answer: string; notes: string; elapsedSeconds: number; revision: number };

export type Today = {
  daysToInterview: number | null;
  interviewDate: string | null;
  next: { question: QuestionSummary; why: string }[];
  openDrafts: AttemptSummary[];
  recent: AttemptSummary[];
  counts: { graded: number; due: number; weak: number; strong: number; questions: number };
  firstTime: boolean;
};
export type CalibrationItem = {
  attempt: string;
  question: string;
  title: string;
  at: string;
  selfScore: number;
  graded: number;
  score: number;
};
export type Theme = 'system' | 'light' | 'dark';
export type Settings = { interviewDate: string | null; theme: Theme; languages: string[] };
export type OwnQuestion = {
  slug: string;
  title: string;
  prompt: string;
  modelAnswer: string;
  minutes: number;
  createdAt: string;
  updatedAt: string;
};
export type OwnQuestionBody = Pick<OwnQuestion, 'title' | 'prompt' | 'modelAnswer' | 'minutes'>;
export type GuideOutline = { slug: string; title: string; summary: string; section: string; order: number };
export type GuidePage = Omit<GuideOutline, 'order'> & { markdown: string };
export type PackSummary = {
  id: string;
  title: string;
  version: string;
  license: string;
  questions: number;
  problems: number;
  removable: boolean;
};
export type SystemItem = {
  name: string;
  state: 'ready' | 'missing' | 'preparing';
  detail: string;
  mend: string | null;
};
export type Notice = { kind: string; message: string; mend: string };
export type Health = { name: string; version: string; notices: Notice[] };
