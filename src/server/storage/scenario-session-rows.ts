import { documentVersion, threatModel } from '#core/threat-model/document.ts';
import type { JsonColumns } from './json-column.ts';
import {
  noScenarioResults,
  type ScenarioDraft,
  type ScenarioOutline,
  type ScenarioSession,
} from './scenario-session.ts';
import type { ScenarioSessionRow } from './tables.ts';

/** All columns but the draft, the results and the owner. */
export const scenarioOutlineColumns = [
  ...(['id', 'scenario', 'mode', 'state', 'started_at', 'updated_at'] as const),
  ...(['elapsed_seconds', 'revision', 'score'] as const),
] as const;
type OutlineRow = Pick<ScenarioSessionRow, (typeof scenarioOutlineColumns)[number]>;

export const scenarioOutlineOf = (row: OutlineRow): ScenarioOutline => ({
  id: row.id,
  scenario: row.scenario,
  mode: row.mode,
  state: row.state,
  startedAt: row.started_at,
  updatedAt: row.updated_at,
  elapsedSeconds: row.elapsed_seconds,
  revision: row.revision,
  score: row.score,
});

/** This and the next turn a row into a record of the port and back. */
export const scenarioSessionOf = (row: ScenarioSessionRow, json: JsonColumns): ScenarioSession => ({
  ...scenarioOutlineOf(row),
  draft: json.scenarioDraft(row.draft) ?? emptyDraft(row.scenario),
  results: json.scenarioResults(row.results) ?? noScenarioResults(0),
});

const emptyDraft = (title: string): ScenarioDraft => ({
  ...{ stage: 'scoping', twistReply: '', log: [], judgments: {} },
  model: threatModel.parse({ version: documentVersion, title }),
});

export const scenarioSessionRow = (
  user: string,
  session: ScenarioSession,
  json: JsonColumns,
): ScenarioSessionRow => ({
  user_id: user,
  id: session.id,
  scenario: session.scenario,
  mode: session.mode,
  state: session.state,
  started_at: session.startedAt,
  updated_at: session.updatedAt,
  elapsed_seconds: session.elapsedSeconds,
  revision: session.revision,
  draft: json.text(session.draft),
  results: json.text(session.results),
  score: session.score,
});
