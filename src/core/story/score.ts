import type { Aspects } from './aspects.ts';
import { type AspectGrade, type AspectName, aspectNames } from './story-grade.ts';

/**
 * What each aspect weighs; they add up to 1. Fitted by least squares to the quality of the labeled stories
 * (`tools/train-story/fit-score.ts`), each held between 0.05 and 0.15 so that no single one, least of all the
 * amount of detail, decides alone.
 */
export const aspectWeights: Readonly<Record<AspectName, number>> = {
  situation: 0.05,
  task: 0.05,
  action: 0.15,
  ownership: 0.07,
  result: 0.1,
  measured: 0.13,
  lesson: 0.1,
  detail: 0.15,
  focus: 0.05,
  attitude: 0.15,
};

/** The aspects with their weights, in a fixed order. */
export const weighed = (aspects: Aspects): AspectGrade[] =>
  aspectNames.map((name) => {
    const { value, because } = aspects[name];
    return { name, value: Math.round(1000 * value) / 1000, weight: aspectWeights[name], because };
  });

/** The score, 0..1 in thousandths: the weighted sum of the aspects. */
export function scoreOf(aspects: readonly AspectGrade[]): number {
  const sum = aspects.reduce((total, { value, weight }) => total + value * weight, 0);
  return Math.round(1000 * Math.min(1, sum)) / 1000;
}
