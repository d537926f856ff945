import type { JsonColumns } from './json-column.ts';
import { type LabSession, noLabDraft, noLabResults } from './lab-session.ts';
import type { LabSessionRow } from './tables.ts';

/** The pair below turns a row into a record of the port and back. */
export function labSessionOf(row: LabSessionRow, json: JsonColumns): LabSession {
  return {
    id: row.id,
    lab: row.lab,
    state: row.state,
    timed: row.timed === 1,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    elapsedSeconds: row.elapsed_seconds,
    revision: row.revision,
    draft: json.labDraft(row.draft) ?? noLabDraft,
    results: json.labResults(row.results) ?? noLabResults,
    score: row.score,
  };
}

export function labSessionRow(user: string, session: LabSession, json: JsonColumns): LabSessionRow {
  return {
    user_id: user,
    id: session.id,
    lab: session.lab,
    state: session.state,
    timed: session.timed ? 1 : 0,
    started_at: session.startedAt,
    updated_at: session.updatedAt,
    elapsed_seconds: session.elapsedSeconds,
    revision: session.revision,
    draft: json.text(session.draft),
    results: json.text(session.results),
    score: session.score,
  };
}
