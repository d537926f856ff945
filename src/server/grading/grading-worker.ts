// The thread that holds the grader. Requests that arrive while it is being built wait in the port.
import { parentPort, workerData } from 'node:worker_threads';
import type { Question } from '#core/content/question.ts';
import type { Grade } from '#core/grading/grade.ts';
import { buildGrader } from './build-grader.ts';
import type { GradingReply, GradingRequest } from './protocol.ts';

const mostQuestions = 200;
const questions = new Map<string, Question>();
const grader = await buildGrader(workerData);

parentPort?.on('message', async (request: GradingRequest) => {
  parentPort?.postMessage(await replyTo(request));
});

async function replyTo(request: GradingRequest): Promise<GradingReply> {
  try {
    return { kind: 'graded', grade: await gradeOf(request) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function gradeOf(request: GradingRequest): Promise<Grade> {
  if (request.kind === 'reference') return grader.gradeAgainstReference(request.input);
  return grader.grade({ question: questionOf(request.question), answer: request.answer });
}

/** The same object for the same text, since the grader prepares a rubric once an object. */
function questionOf(text: string): Question {
  const question: Question = questions.get(text) ?? JSON.parse(text);
  if (questions.size >= mostQuestions) questions.clear();
  questions.set(text, question);
  return question;
}
