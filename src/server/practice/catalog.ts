import { promptOf, type Question, type QuestionPrompt } from '#core/content/question.ts';
import { categories } from '#core/content/vocabulary.ts';
import type { ContentLibrary } from '../packs/library.ts';
import type { ShownQuestion } from '../routes/schemas/question.ts';
import type { Attempt, UserStorage } from '../storage/storage.ts';
import { isOwn, ownRubric, shownOwnQuestion } from './own-question.ts';
import type { Reader } from './reader.ts';

type Needs = {
  readonly library: ContentLibrary;
  readonly storage: UserStorage;
  readonly rubricFromReference: Reader['rubricFromReference'];
};

type Prompts = ContentLibrary['prompts'];

/** All questions of a user: those of the packs and the own ones. */
export class Catalog {
  readonly #library: ContentLibrary;
  readonly #storage: UserStorage;
  readonly #rubricFromReference: Needs['rubricFromReference'];
  /** What the packs offered when it was last asked, in order. */
  #ofPacks: { readonly prompts: Prompts; readonly questions: readonly ShownQuestion[] } | undefined;

  constructor({ library, storage, rubricFromReference }: Needs) {
    this.#library = library;
    this.#storage = storage;
    this.#rubricFromReference = rubricFromReference;
  }

  /** In the order of the question bank: own ones first. */
  async all(): Promise<readonly ShownQuestion[]> {
    const own = await this.#storage.ownQuestions();
    const ofPacks = this.#questionsOfPacks();
    return own.length === 0 ? ofPacks : [...own.map(shownOwnQuestion), ...ofPacks];
  }

  async shown(slug: string): Promise<ShownQuestion | undefined> {
    const prompt = this.#library.prompts.get(slug);
    if (prompt) return fromPack(prompt);
    const own = await this.#storage.ownQuestion(slug);
    return own && shownOwnQuestion(own);
  }

  /** With the rubric: never to be sent before the grade is shown. */
  async rubric(slug: string): Promise<Question | undefined> {
    const question = this.#library.question(slug);
    if (question) return question;
    const own = await this.#storage.ownQuestion(slug);
    if (!own) return undefined;
    return ownRubric(own, this.#rubricFromReference({ question: own.prompt, modelAnswer: own.modelAnswer }));
  }

  /** The question of an attempt, as it was when graded; a stand-in when a draft outlived its question. */
  async ofAttempt(attempt: Pick<Attempt, 'question' | 'gradedQuestion'>): Promise<ShownQuestion> {
    const { question, gradedQuestion } = attempt;
    if (gradedQuestion) return { ...promptOf(gradedQuestion), own: isOwn(gradedQuestion) };
    return (await this.shown(question)) ?? missing(question);
  }

  #questionsOfPacks(): readonly ShownQuestion[] {
    const { prompts } = this.#library;
    if (this.#ofPacks?.prompts !== prompts) {
      const questions = [...prompts.values()].map(fromPack).toSorted(byCategoryAndDifficulty);
      this.#ofPacks = { prompts, questions };
    }
    return this.#ofPacks.questions;
  }
}

const fromPack = (prompt: QuestionPrompt): ShownQuestion => ({ ...prompt, own: false });

function byCategoryAndDifficulty(a: ShownQuestion, b: ShownQuestion): number {
  const category = categories.indexOf(a.category) - categories.indexOf(b.category);
  return category || a.difficulty - b.difficulty || (a.title < b.title ? -1 : 1);
}

const missing = (slug: string): ShownQuestion => ({
  slug,
  pack: 'none',
  title: slug,
  category: 'fundamentals',
  format: 'explain',
  stage: 'technical-screen',
  competencies: ['missing'],
  difficulty: 1,
  minutes: 5,
  prompt: 'This question is no longer installed. What you wrote is kept.',
  own: false,
});
