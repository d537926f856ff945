import { useQuery } from '@tanstack/react-query';
import { bands } from '#core/content/vocabulary.ts';
import { queries } from '#web/ui/api/queries.ts';
import type { CalibrationItem } from '#web/ui/api/types.ts';
import { moment } from '#web/ui/format-time.ts';
import { bandLabels, plural } from '#web/ui/labels.ts';
import { Section } from '#web/ui/section.tsx';
import { CalibrationChart } from './calibration-chart.tsx';
import styles from './history.module.css';

/** Own score against grade. Nothing to draw before two answers are graded. */
export function CalibrationSection() {
  const { data } = useQuery(queries.calibration());
  if (!data || data.items.length < 2) return null;
  return (
    <Section title="Calibration" note="How you judged yourself against the grade, oldest first.">
      <p className={styles.summary}>{summary(data.items)}</p>
      <CalibrationChart items={data.items} />
      <details className={styles.alternative}>
        <summary>As a table</summary>
        <CalibrationTable items={data.items} />
      </details>
    </Section>
  );
}

function summary(items: readonly CalibrationItem[]): string {
  const mean = items.reduce((sum, item) => sum + item.selfScore - item.graded, 0) / items.length;
  const exact = items.filter((item) => item.selfScore === item.graded).length;
  const lean =
    Math.abs(mean) < 0.25
      ? 'You lean neither way'
      : `You judge yourself ${mean > 0 ? 'better' : 'worse'} than the grade`;
  return `${lean}: ${Math.abs(mean).toFixed(1)} steps on average over ${plural(items.length, 'answer')}, ${exact} of them spot on.`;
}

const label = (step: number): string => {
  const band = bands[step - 1];
  return band ? bandLabels[band] : '';
};

function CalibrationTable({ items }: { readonly items: readonly CalibrationItem[] }) {
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">When</th>
            <th scope="col">You said</th>
            <th scope="col">Grade</th>
            <th scope="col" className="figure">
              Gap
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.attempt}>
              <td>{item.title}</td>
              <td>{moment(item.at, new Date())}</td>
              <td>{label(item.selfScore)}</td>
              <td>{label(item.graded)}</td>
              <td className="figure number">{signed(item.selfScore - item.graded)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const signed = (gap: number): string => (gap > 0 ? `+${gap}` : gap < 0 ? `−${-gap}` : '0');
