import { findAttempt } from './attempts.ts';
import { attemptOf } from './rows.ts';
import type { Scope } from './scope.ts';
import type {
  Attempt,
  DraftWrite,
  Graded,
  Instant,
  SelfScore,
  Submission,
  UserStorage,
  WriteResult,
} from './storage.ts';
import type { AttemptRow } from './tables.ts';

type Drafts = Pick<UserStorage, 'saveDraft' | 'submit' | 'scoreOneself'>;
type Refused = WriteResult<Attempt> | undefined;

/** The way of an attempt from draft to grade. */
export function draftsOf(scope: Scope): Drafts {
  return {
    saveDraft: (id, draft) => writeDraft(scope, id, draft, {}),
    submit: (id, submission) => writeDraft(scope, id, submission, submittedColumns(scope, submission)),
    scoreOneself: (id, score, at, graded) => scoreOneself(scope, id, { score, at, graded }),
  };
}

function submittedColumns(scope: Scope, submission: Submission): Partial<AttemptRow> {
  return { state: 'submitted', submitted_at: submission.at, ...gradeColumns(scope, submission) };
}

const gradeColumns = ({ json }: Scope, { grade, gradedQuestion }: Graded): Partial<AttemptRow> => ({
  score: grade.score,
  band: grade.band,
  grade: json.write(grade),
  graded_question: json.write(gradedQuestion),
});

// One statement decides, so that of two writers with the same revision exactly one gets through.
async function writeDraft(
  scope: Scope,
  id: string,
  draft: DraftWrite,
  more: Partial<AttemptRow>,
): Promise<WriteResult<Attempt> | undefined> {
  const row = await scope.db
    .updateTable('attempts')
    .set({
      answer: draft.answer,
      notes: draft.notes,
      elapsed_seconds: draft.elapsedSeconds,
      updated_at: draft.at,
      revision: draft.revision + 1,
      ...more,
    })
    .where('user_id', '=', scope.user)
    .where('id', '=', id)
    .where('state', '=', 'drafting')
    .where('revision', '=', draft.revision)
    .returningAll()
    .executeTakeFirst();
  return row ? { conflict: false, value: attemptOf(row, scope.json) } : refusal(scope, id);
}

async function refusal(scope: Scope, id: string): Promise<Refused> {
  const current = await findAttempt(scope, id);
  return current?.state === 'drafting' ? { conflict: true, current } : undefined;
}

type OwnScore = { readonly score: SelfScore; readonly at: Instant; readonly graded: Graded | undefined };

async function scoreOneself(
  scope: Scope,
  id: string,
  { score, at, graded }: OwnScore,
): Promise<Attempt | undefined> {
  const row = await scope.db
    .updateTable('attempts')
    .set({ state: 'graded', self_score: score, updated_at: at, ...(graded && gradeColumns(scope, graded)) })
    .where('user_id', '=', scope.user)
    .where('id', '=', id)
    .where('state', '=', 'submitted')
    .returningAll()
    .executeTakeFirst();
  if (row) return attemptOf(row, scope.json);
  const current = await findAttempt(scope, id);
  return current?.state === 'graded' ? current : undefined;
}
