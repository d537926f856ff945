import type { JsonColumns } from './json-column.ts';
import type { Attempt, Overrule, OwnQuestion, Probe } from './storage.ts';
import type { AttemptRow, OverruleRow, OwnQuestionRow, ProbeRow } from './tables.ts';

/** Each pair below turns a row into a record of the port and back. */
export function attemptOf(row: AttemptRow, json: JsonColumns): Attempt {
  return {
    id: row.id,
    question: row.question,
    state: row.state,
    answer: row.answer,
    notes: row.notes,
    elapsedSeconds: row.elapsed_seconds,
    revision: row.revision,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at,
    selfScore: row.self_score,
    grade: json.grade(row.grade),
    gradedQuestion: json.question(row.graded_question),
  };
}

export function attemptRow(user: string, attempt: Attempt, json: JsonColumns): AttemptRow {
  return {
    user_id: user,
    id: attempt.id,
    question: attempt.question,
    state: attempt.state,
    answer: attempt.answer,
    notes: attempt.notes,
    elapsed_seconds: attempt.elapsedSeconds,
    revision: attempt.revision,
    started_at: attempt.startedAt,
    updated_at: attempt.updatedAt,
    submitted_at: attempt.submittedAt,
    self_score: attempt.selfScore,
    score: attempt.grade?.score ?? null,
    band: attempt.grade?.band ?? null,
    grade: json.write(attempt.grade),
    graded_question: json.write(attempt.gradedQuestion),
  };
}

export function probeOf(row: ProbeRow, json: JsonColumns): Probe {
  return {
    attempt: row.attempt,
    ordinal: row.ordinal,
    kind: row.kind,
    target: row.target,
    prompt: row.prompt,
    answer: row.answer,
    revision: row.revision,
    answeredAt: row.answered_at,
    grade: json.grade(row.grade),
  };
}

export function probeRow(user: string, probe: Probe, json: JsonColumns): ProbeRow {
  return {
    user_id: user,
    attempt: probe.attempt,
    ordinal: probe.ordinal,
    kind: probe.kind,
    target: probe.target,
    prompt: probe.prompt,
    answer: probe.answer,
    revision: probe.revision,
    answered_at: probe.answeredAt,
    grade: json.write(probe.grade),
  };
}

export function overruleOf(row: OverruleRow, json: JsonColumns): Overrule {
  return {
    attempt: row.attempt,
    kind: row.kind,
    target: row.target,
    verdict: row.verdict,
    quote: json.quote(row.quote),
    reason: row.reason,
    at: row.overruled_at,
  };
}

export function overruleRow(user: string, overrule: Overrule, json: JsonColumns): OverruleRow {
  return {
    user_id: user,
    attempt: overrule.attempt,
    kind: overrule.kind,
    target: overrule.target,
    verdict: overrule.verdict,
    quote: json.write(overrule.quote),
    reason: overrule.reason,
    overruled_at: overrule.at,
  };
}

export function ownQuestionOf(row: OwnQuestionRow): OwnQuestion {
  return {
    slug: row.slug,
    title: row.title,
    prompt: row.prompt,
    modelAnswer: row.model_answer,
    minutes: row.minutes,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

export function ownQuestionRow(user: string, question: OwnQuestion): OwnQuestionRow {
  return {
    user_id: user,
    slug: question.slug,
    title: question.title,
    prompt: question.prompt,
    model_answer: question.modelAnswer,
    minutes: question.minutes,
    created_at: question.createdAt,
    updated_at: question.updatedAt,
  };
}
