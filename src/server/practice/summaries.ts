import { countWords } from '#core/content/answer.ts';
import type { AttemptSummary, QuestionSummary, ShownQuestion } from '../routes/schemas/question.ts';
import type { Attempt } from '../storage/storage.ts';
import type { Practice } from './practice-book.ts';

const openingLength = 140;

export function questionSummary(question: ShownQuestion, practice: Practice): QuestionSummary {
  const { prompt, snippet: _, ...shown } = question;
  const { schedule, attempts, last } = practice;
  return {
    ...shown,
    opening: opening(prompt),
    status: schedule.status,
    attempts,
    lastBand: schedule.lastBand,
    lastScore: last?.score ?? null,
    lastAt: last?.submittedAt ?? null,
    dueAt: schedule.dueAt,
  };
}

function opening(prompt: string): string {
  const line = prompt.replace(/\s+/g, ' ').trim();
  if (line.length <= openingLength) return line;
  const cut = line.slice(0, openingLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}

export function attemptSummary(attempt: Attempt, question: ShownQuestion): AttemptSummary {
  const graded = attempt.state === 'graded' ? attempt.grade : null;
  return {
    id: attempt.id,
    question: attempt.question,
    title: question.title,
    category: question.category,
    state: attempt.state,
    startedAt: attempt.startedAt,
    submittedAt: attempt.submittedAt,
    elapsedSeconds: attempt.elapsedSeconds,
    selfScore: attempt.selfScore,
    score: graded?.score ?? null,
    band: graded?.band ?? null,
    answerWords: countWords(attempt.answer),
  };
}
