import { ownPack } from '#core/content/pack.ts';
import type { Point, Question } from '#core/content/question.ts';
import type { ShownQuestion } from '../routes/schemas/question.ts';
import type { OwnQuestion } from '../storage/storage.ts';

export const isOwn = ({ pack }: { readonly pack: string }): boolean => pack === ownPack;

/** An own question has only a title, a prompt and minutes; the rest is what an unmarked question would be. */
export function shownOwnQuestion({ slug, title, prompt, minutes }: OwnQuestion): ShownQuestion {
  return {
    slug,
    pack: ownPack,
    title,
    category: 'fundamentals',
    format: 'explain',
    stage: 'technical-screen',
    competencies: ['own-questions'],
    difficulty: 3,
    minutes,
    prompt,
    own: true,
  };
}

/**
 * The question with the points of its model answer, which is its debrief. Nobody wrote probes for them, so the
 * interviewer asks nothing.
 */
export function ownRubric(own: OwnQuestion, points: readonly Point[]): Question {
  const { own: _, ...prompt } = shownOwnQuestion(own);
  return {
    ...prompt,
    tests: '',
    points: points.map((point) => ({ ...point, probe: '' })),
    misconceptions: [],
    twist: { prompt: '', reference: '' },
    references: [],
    examples: [],
    debrief: own.modelAnswer,
  };
}

/** `own-` and the words of the title; a number follows when that is taken. */
export function ownSlug(title: string, taken: (slug: string) => boolean): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const stem = `own-${words?.join('-') ?? 'question'}`.slice(0, 60).replace(/-+$/, '');
  if (!taken(stem)) return stem;
  let number = 2;
  while (taken(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
