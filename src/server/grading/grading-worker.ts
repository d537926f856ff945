// The thread that holds the grader. Requests that arrive while it is being built wait in the port.
import { parentPort, workerData } from 'node:worker_threads';
import type { Question } from '#core/content/question.ts';
import { keepRecent } from '#core/grading/keep-recent.ts';
import { buildGrader } from './build-grader.ts';
import { buildModelReader } from './model-reader.ts';
import type { GradingReply, GradingRequest } from './protocol.ts';

const mostQuestions = 200;
/** The same object for the same text, since the grader prepares a rubric once an object. */
const questionOf = keepRecent<Question>(mostQuestions, (text) => JSON.parse(text));
const grader = await buildGrader(workerData);
const models = buildModelReader(workerData);

parentPort?.on('message', async (request: GradingRequest) => {
  parentPort?.postMessage(await replyTo(request));
});

async function replyTo(request: GradingRequest): Promise<GradingReply> {
  try {
    return { kind: 'graded', grade: await readingOf(request) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function readingOf(request: GradingRequest) {
  switch (request.kind) {
    case 'reference':
      return grader.gradeAgainstReference(request.input);
    case 'rubric':
      return grader.grade({ question: questionOf(request.question), answer: request.answer });
    case 'model':
      return models.grade(request.scenario, request.graded);
    case 'meaning':
      return models.meaning(request.scenario, request.model);
  }
}
