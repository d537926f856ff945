import { type Band, bands } from '#core/content/vocabulary.ts';
import { bandLabels } from './labels.ts';
import styles from './score-meter.module.css';

type Props = {
  /** 1..4, where the candidate put the answer. */
  readonly self: number | null;
  readonly band: Band;
  /** 0..1. */
  readonly score: number;
};

/** One rule in four steps: the grade marked below it, the candidate's own score above. */
export function ScoreMeter({ self, band, score }: Props) {
  const graded = bands.indexOf(band) + 1;
  const summary = `Graded ${bandLabels[band]}, ${Math.round(score * 100)} of 100 points.${
    self === null ? '' : ` You had said ${bandLabels[bands[self - 1] ?? 'no']}.`
  }`;
  return (
    <div className={styles.meter} role="img" aria-label={summary}>
      {bands.map((each, index) => (
        <div key={each} className={styles.step} data-graded={index + 1 === graded || undefined}>
          <span className={styles.self}>{self === index + 1 ? 'you ▾' : ''}</span>
          <span className={styles.bar} />
          <span className={styles.label}>{bandLabels[each]}</span>
        </div>
      ))}
    </div>
  );
}
