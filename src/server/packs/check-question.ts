import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promptOf, type Question, type QuestionPrompt } from '#core/content/question.ts';
import { type QuestionPlace, readQuestion } from './read-question.ts';

/** By what a file is recognized as unchanged. */
export type FileStamp = { readonly size: number; readonly modified: number };

/** What a check of a whole question file came to; without a prompt it has errors. */
export type CheckedFile = {
  readonly place: QuestionPlace;
  readonly stamp: FileStamp | undefined;
  readonly prompt: QuestionPrompt | undefined;
};

/** The stamp of a file as it is now; `undefined` when it is gone. */
export function stampOf({ folder, file }: QuestionPlace): FileStamp | undefined {
  const stat = statSync(join(folder, file), { throwIfNoEntry: false });
  return stat && { size: stat.size, modified: stat.mtimeMs };
}

/** Checks a whole question file. */
export function checkQuestionFile(place: QuestionPlace): {
  readonly checked: CheckedFile;
  readonly question: Question | undefined;
} {
  // Taken before reading: a change in between makes the next start check again.
  const stamp = stampOf(place);
  const { question } = readQuestion(place);
  return { checked: { place, stamp, prompt: question && promptOf(question) }, question };
}
