import type { JsonColumns } from './json-column.ts';
import { type LabOutline, type LabSession, noLabDraft, noLabResults } from './lab-session.ts';
import type { LabSessionRow } from './tables.ts';

/** All columns but the draft and the owner. */
export const outlineColumns = [
  ...(['id', 'lab', 'state', 'timed', 'started_at', 'updated_at'] as const),
  ...(['elapsed_seconds', 'revision', 'results', 'score'] as const),
] as const;
type OutlineRow = Pick<LabSessionRow, (typeof outlineColumns)[number]>;

export function labOutlineOf(row: OutlineRow, json: JsonColumns): LabOutline {
  return {
    id: row.id,
    lab: row.lab,
    state: row.state,
    timed: row.timed === 1,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    elapsedSeconds: row.elapsed_seconds,
    revision: row.revision,
    results: json.labResults(row.results) ?? noLabResults,
    score: row.score,
  };
}

/** This and the next turn a row into a record of the port and back. */
export const labSessionOf = (row: LabSessionRow, json: JsonColumns): LabSession => ({
  ...labOutlineOf(row, json),
  draft: json.labDraft(row.draft) ?? noLabDraft,
});

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
