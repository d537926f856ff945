import type { Band } from '#core/content/vocabulary.ts';
import type { Verdict } from '#core/grading/grade.ts';
import type { LabSession } from './lab-session.ts';
import type { ScenarioSession } from './scenario-session.ts';
import type { AttemptState, Instant, Overrule, Probe, SelfScore, Theme } from './storage.ts';
import type { ModelCounts } from './threat-model-record.ts';
import type { TriageSession } from './triage-session.ts';

/** JSON kept as text, so that both databases hand back the same characters. */
export type JsonText = string;

export type AttemptRow = {
  user_id: string;
  id: string;
  question: string;
  state: AttemptState;
  answer: string;
  notes: string;
  elapsed_seconds: number;
  revision: number;
  started_at: Instant;
  updated_at: Instant;
  submitted_at: Instant | null;
  self_score: SelfScore | null;
  /** Copied out of `grade`, so that outlines need not parse it. */
  score: number | null;
  band: Band | null;
  grade: JsonText | null;
  graded_question: JsonText | null;
};

export type ProbeRow = {
  user_id: string;
  attempt: string;
  ordinal: number;
  kind: Probe['kind'];
  target: string | null;
  prompt: string;
  answer: string;
  revision: number;
  answered_at: Instant | null;
  grade: JsonText | null;
};

export type OverruleRow = {
  user_id: string;
  attempt: string;
  kind: Overrule['kind'];
  target: string;
  verdict: Verdict;
  quote: JsonText | null;
  reason: string;
  overruled_at: Instant;
};

export type OwnQuestionRow = {
  user_id: string;
  slug: string;
  title: string;
  prompt: string;
  model_answer: string;
  minutes: number;
  created_at: Instant;
  updated_at: Instant;
};

export type SettingsRow = {
  user_id: string;
  interview_date: string | null;
  theme: Theme;
  languages: JsonText;
};

export type LabSessionRow = {
  user_id: string;
  id: string;
  lab: string;
  state: LabSession['state'];
  /** 0 or 1. */
  timed: number;
  started_at: Instant;
  updated_at: Instant;
  elapsed_seconds: number;
  revision: number;
  draft: JsonText;
  results: JsonText;
  score: number | null;
  /** This and the rest repeat what is in `results`, so that lists need not read it. */
  hints_taken: number;
  passed_at: Instant | null;
  gave_up_at: Instant | null;
  review_score: number | null;
  explanation_score: number | null;
};

export type TriageSessionRow = {
  user_id: string;
  id: string;
  triage_set: string;
  state: TriageSession['state'];
  started_at: Instant;
  updated_at: Instant;
  elapsed_seconds: number;
  revision: number;
  draft: JsonText;
  grade: JsonText | null;
  score: number | null;
};

export type ScenarioSessionRow = {
  user_id: string;
  id: string;
  scenario: string;
  mode: ScenarioSession['mode'];
  state: ScenarioSession['state'];
  started_at: Instant;
  updated_at: Instant;
  elapsed_seconds: number;
  revision: number;
  draft: JsonText;
  results: JsonText;
  score: number | null;
};

/** Title and counts are copied out of the document, so that lists need not parse it. */
export type ThreatModelRow = ModelCounts & {
  user_id: string;
  id: string;
  title: string;
  document: JsonText;
  revision: number;
  created_at: Instant;
  updated_at: Instant;
};

export type ThreatModelVersionRow = ModelCounts & {
  user_id: string;
  model: string;
  id: string;
  name: string;
  document: JsonText;
  saved_at: Instant;
};

/** The tables of every database that Hotseat writes, as Kysely wants them. */
export type Tables = {
  attempts: AttemptRow;
  probes: ProbeRow;
  overrules: OverruleRow;
  own_questions: OwnQuestionRow;
  settings: SettingsRow;
  lab_sessions: LabSessionRow;
  scenario_sessions: ScenarioSessionRow;
  triage_sessions: TriageSessionRow;
  threat_models: ThreatModelRow;
  threat_model_versions: ThreatModelVersionRow;
  /** One row a user, written first by transactions that must not run side by side for that user. */
  user_locks: { user_id: string };
};
