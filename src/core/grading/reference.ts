import type { Point } from '#core/content/question.ts';
import type { Grade } from './grade.ts';
import type { Rubric } from './match/rubric.ts';

/** A question with model answers and no rubric. */
export type ReferenceQuestion = {
  readonly id: string;
  readonly question: string;
  readonly references: readonly string[];
};

const shortest = 3;

/**
 * Cuts the first model answer into points, one a sentence, with ids `reference-1` and so on. Other model answers
 * count as alternatives and are graded apart by the grader.
 */
export function rubricFromReference({ id, question, references }: ReferenceQuestion): Rubric {
  const sentences = references.slice(0, 1).flatMap(sentencesOf);
  return { slug: id, prompt: question, points: sentences.map(pointFrom), misconceptions: [] };
}

function sentencesOf(text: string): string[] {
  const parts = text
    .split(/(?<=[.!?;])\s+|\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const long = parts.filter((part) => part.split(/\s+/).length >= shortest);
  return long.length > 0 ? long : parts;
}

function pointFrom(claim: string, index: number): Point {
  return {
    id: `reference-${index + 1}`,
    claim,
    tier: 'must',
    weight: 1,
    probe: 'What would you add?',
    paraphrases: [],
    slots: { need: 1, groups: [] },
    anti: [],
  };
}

/** The grade with the mean probability of its points as the score: 0.5 is the border of a right answer. */
export function scoredByShare(grade: Grade): Grade {
  const sum = grade.points.reduce((total, { probability }) => total + probability, 0);
  const score = sum / Math.max(1, grade.points.length);
  return { ...grade, score: Math.round(score * 10_000) / 10_000, band: bandOf(score) };
}

function bandOf(score: number): Grade['band'] {
  if (score >= 0.8) return 'strong-yes';
  if (score >= 0.5) return 'yes';
  return score >= 0.25 ? 'no' : 'strong-no';
}
