import { scoreRules } from '#core/grading/score.ts';
import type { PointView } from '#web/ui/api/types.ts';
import styles from './score-sheet.module.css';

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** The rules of scoring in words, for those who want to check the sum. */
export function ScoreRules({ points }: { readonly points: readonly PointView[] }) {
  const { tierWeights, shouldShare, misconceptionCost, metAtLeast, unsure } = scoreRules;
  const weighted = points.some(({ weight }) => weight !== 1);
  return (
    <details className={styles.rules}>
      <summary>How points count</summary>
      <ul>
        <li>
          A must weighs {tierWeights.must}, a should {tierWeights.should}, a bonus {tierWeights.bonus}
          {weighted ? ', times a weight that the question gives some points' : ''}.
        </li>
        <li>
          A point that is met earns {percent(metAtLeast)} of its weight, and the rest the clearer it is said;
          “not sure” earns {percent(unsure)}.
        </li>
        <li>
          Full marks need every must and {percent(shouldShare)} of the shoulds. What is earned beyond that,
          bonuses included, makes up for losses.
        </li>
        <li>Missing musts put a lid on the score that nothing else lifts.</li>
        <li>
          A misconception takes {Math.round(misconceptionCost * 100)} off, and a point that it contradicts
          earns nothing.
        </li>
        <li>The grade in words looks at musts, shoulds and misconceptions too, not at the score alone.</li>
      </ul>
    </details>
  );
}
