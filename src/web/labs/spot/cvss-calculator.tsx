import { readCvss } from '#core/review/cvss.ts';
import { type CvssMetric, cvssBaseMetrics } from '#core/review/cvss-metrics.ts';
import strip from '#web/ui/value-strip.module.css';
import styles from './spot.module.css';

type Props = { readonly vector: string | undefined; readonly onChange: (vector: string | undefined) => void };

/** Over the network, without account or help, and so far without effect: from here one says what differs. */
const start = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N';

const valueIn = (vector: string, metric: string): string | undefined =>
  vector
    .split('/')
    .find((part) => part.startsWith(`${metric}:`))
    ?.slice(metric.length + 1);

const withValue = (vector: string, metric: string, value: string): string =>
  vector
    .split('/')
    .map((part) => (part.startsWith(`${metric}:`) ? `${metric}:${value}` : part))
    .join('/');

/** The eleven base metrics of CVSS 4.0, with the score as one chooses. */
export function CvssCalculator({ vector, onChange }: Props) {
  const read = vector === undefined ? undefined : readCvss(vector);
  const said = read?.ok ? `${read.score.toFixed(1)} ${read.severity}` : 'not rated';
  return (
    <details className={styles.cvss}>
      <summary>
        Severity (CVSS 4.0){' '}
        <span className={styles.score} data-severity={read?.ok ? read.severity : undefined} role="status">
          {said}
        </span>
      </summary>
      <div className={styles.metrics}>
        {cvssBaseMetrics.map((metric) => (
          <Metric
            key={metric.id}
            metric={metric}
            value={vector === undefined ? undefined : valueIn(vector, metric.id)}
            onChange={(value) => onChange(withValue(vector ?? start, metric.id, value))}
          />
        ))}
      </div>
      <p className={styles.vector}>{vector ?? 'Choose a value; the others begin at the harmless end.'}</p>
      {vector === undefined ? null : (
        <button type="button" className="button plain small" onClick={() => onChange(undefined)}>
          Do not rate it
        </button>
      )}
    </details>
  );
}

type MetricProps = {
  readonly metric: CvssMetric;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
};

function Metric({ metric, value, onChange }: MetricProps) {
  const says = metric.values.find(({ id }) => id === value)?.says;
  return (
    <fieldset className={styles.metric}>
      <legend>
        {metric.name} <span className="number muted">{metric.id}</span>
      </legend>
      <div className={`${strip.strip ?? ''} ${styles.values ?? ''}`}>
        {metric.values.map(({ id, name, says: meaning }) => (
          <label key={id} title={meaning} data-chosen={id === value || undefined}>
            <input
              type="radio"
              className="visually-hidden"
              name={`cvss-${metric.id}`}
              checked={id === value}
              onChange={() => onChange(id)}
            />
            {name}
          </label>
        ))}
      </div>
      {says ? <p>{says}</p> : null}
    </fieldset>
  );
}
