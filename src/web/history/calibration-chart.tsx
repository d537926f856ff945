import { bands } from '#core/content/vocabulary.ts';
import type { CalibrationItem } from '#web/ui/api/types.ts';
import { bandLabels } from '#web/ui/labels.ts';
import styles from './chart.module.css';
import { chartLayout } from './chart-layout.ts';

const shownAtMost = 60;

/** One column an answer: hollow for the own score, filled for the grade, and the gap drawn between them. */
export function CalibrationChart({ items }: { readonly items: readonly CalibrationItem[] }) {
  const recent = items.slice(-shownAtMost);
  const { width, height, x, y, left } = chartLayout(recent.length);
  return (
    <figure className={styles.figure}>
      <div className={styles.frame}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label="Own score against grade for each answer; the table below has the numbers."
        >
          {bands.map((band, index) => (
            <g key={band}>
              <line className={styles.grid} x1={left} x2={width} y1={y(index + 1)} y2={y(index + 1)} />
              <text className={styles.axis} x={left - 12} y={y(index + 1) + 4} textAnchor="end">
                {bandLabels[band]}
              </text>
            </g>
          ))}
          {recent.map((item, index) => (
            <g key={item.attempt}>
              <title>{`${item.title}: you ${item.selfScore}, grade ${item.graded}`}</title>
              <line
                className={styles.gap}
                x1={x(index)}
                x2={x(index)}
                y1={y(item.selfScore)}
                y2={y(item.graded)}
              />
              <circle className={styles.self} cx={x(index)} cy={y(item.selfScore)} r="6.5" />
              <circle className={styles.graded} cx={x(index)} cy={y(item.graded)} r="3.5" />
            </g>
          ))}
        </svg>
      </div>
      <figcaption className={styles.legend}>
        <span>
          <svg width="16" height="16" aria-hidden="true">
            <circle className={styles.self} cx="8" cy="8" r="6" />
          </svg>
          your own score
        </span>
        <span>
          <svg width="16" height="16" aria-hidden="true">
            <circle className={styles.graded} cx="8" cy="8" r="3.5" />
          </svg>
          the grade
        </span>
      </figcaption>
    </figure>
  );
}
