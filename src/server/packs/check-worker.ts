// A thread that checks whole question files and reports in portions.
import { parentPort, workerData } from 'node:worker_threads';
import { type CheckedFile, checkQuestionFile } from './check-question.ts';
import type { QuestionPlace } from './read-question.ts';

const portion = 50;
const places: readonly QuestionPlace[] = workerData;
for (let from = 0; from < places.length; from += portion) {
  const checked: readonly CheckedFile[] = places
    .slice(from, from + portion)
    .map((place) => checkQuestionFile(place).checked);
  parentPort?.postMessage(checked);
}
