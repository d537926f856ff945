import type { JsonColumns } from './json-column.ts';
import type { TriageSessionRow } from './tables.ts';
import type { TriageOutline, TriageSession } from './triage-session.ts';

/** All columns but the draft, the grade and the owner. */
export const triageOutlineColumns = [
  ...(['id', 'triage_set', 'state', 'started_at', 'updated_at'] as const),
  ...(['elapsed_seconds', 'revision', 'score'] as const),
] as const;
type OutlineRow = Pick<TriageSessionRow, (typeof triageOutlineColumns)[number]>;

export const triageOutlineOf = (row: OutlineRow): TriageOutline => ({
  id: row.id,
  set: row.triage_set,
  state: row.state,
  startedAt: row.started_at,
  updatedAt: row.updated_at,
  elapsedSeconds: row.elapsed_seconds,
  revision: row.revision,
  score: row.score,
});

const nothing = { order: [], chosen: [], rejected: [], reasons: {} };

/** This and the next turn a row into a record of the port and back. */
export const triageSessionOf = (row: TriageSessionRow, json: JsonColumns): TriageSession => ({
  ...triageOutlineOf(row),
  draft: json.triageDraft(row.draft) ?? nothing,
  grade: json.triageGrade(row.grade),
});

export const triageSessionRow = (
  user: string,
  session: TriageSession,
  json: JsonColumns,
): TriageSessionRow => ({
  user_id: user,
  id: session.id,
  triage_set: session.set,
  state: session.state,
  started_at: session.startedAt,
  updated_at: session.updatedAt,
  elapsed_seconds: session.elapsedSeconds,
  revision: session.revision,
  draft: json.text(session.draft),
  grade: json.write(session.grade),
  score: session.score,
});
