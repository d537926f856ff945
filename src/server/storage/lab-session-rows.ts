import type { JsonColumns } from './json-column.ts';
import {
  type LabOutline,
  type LabResults,
  type LabSession,
  noLabDraft,
  noLabResults,
  standingOf,
} from './lab-session.ts';
import type { LabSessionRow } from './tables.ts';

/** All columns but the draft, the results and the owner. */
export const outlineColumns = [
  ...(['id', 'lab', 'state', 'timed', 'started_at', 'updated_at'] as const),
  ...(['elapsed_seconds', 'revision', 'score'] as const),
  ...(['hints_taken', 'passed_at', 'gave_up_at', 'review_score', 'explanation_score'] as const),
] as const;
type OutlineRow = Pick<LabSessionRow, (typeof outlineColumns)[number]>;

const common = (row: OutlineRow) => ({
  id: row.id,
  lab: row.lab,
  state: row.state,
  timed: row.timed === 1,
  startedAt: row.started_at,
  updatedAt: row.updated_at,
  elapsedSeconds: row.elapsed_seconds,
  revision: row.revision,
  score: row.score,
});

export const labOutlineOf = (row: OutlineRow): LabOutline => ({
  ...common(row),
  standing: {
    hintsTaken: row.hints_taken,
    passedAt: row.passed_at,
    gaveUpAt: row.gave_up_at,
    reviewScore: row.review_score,
    explanationScore: row.explanation_score,
  },
});

/** This and the next turn a row into a record of the port and back. */
export const labSessionOf = (row: LabSessionRow, json: JsonColumns): LabSession => ({
  ...common(row),
  draft: json.labDraft(row.draft) ?? noLabDraft,
  results: json.labResults(row.results) ?? noLabResults,
});

export function labSessionRow(user: string, session: LabSession, json: JsonColumns): LabSessionRow {
  return {
    user_id: user,
    id: session.id,
    lab: session.lab,
    timed: session.timed ? 1 : 0,
    started_at: session.startedAt,
    elapsed_seconds: session.elapsedSeconds,
    revision: session.revision,
    draft: json.text(session.draft),
    ...progressColumns(session, json),
  };
}

/** What a step of a lab changes: never the draft, which may be saved at the same moment. */
export const progressColumns = ({ state, updatedAt, results, score }: LabSession, json: JsonColumns) => ({
  state,
  updated_at: updatedAt,
  results: json.text(results),
  score,
  ...standingColumns(results),
});

function standingColumns(results: LabResults) {
  const { hintsTaken, passedAt, gaveUpAt, reviewScore, explanationScore } = standingOf(results);
  return {
    hints_taken: hintsTaken,
    passed_at: passedAt,
    gave_up_at: gaveUpAt,
    review_score: reviewScore,
    explanation_score: explanationScore,
  };
}
