import type { Question } from '#core/content/question.ts';
import type { Grade } from '#core/grading/grade.ts';
import type { ContentLibrary } from '../packs/library.ts';
import type { UserStorage } from '../storage/storage.ts';
import type { Notice, SystemItem } from './schemas/system.ts';

/** The reader of answers, as the routes use it. */
export type AnswerGrader = {
  grade(input: { question: Question; answer: string }): Promise<Grade>;
};

/** Everything that the routes need; built by the composition root, or by a test. */
export type Services = {
  readonly version: string;
  readonly library: ContentLibrary;
  readonly storage: UserStorage;
  readonly grader: AnswerGrader;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly notices: () => readonly Notice[];
  readonly system: () => Promise<readonly SystemItem[]>;
};
