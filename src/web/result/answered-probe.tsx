import type { ProbeView } from '#web/ui/api/types.ts';
import { VerdictIcon } from '#web/ui/icons.tsx';
import { verdictLabels } from '#web/ui/labels.ts';
import { segmentsOf } from '#web/ui/quotes/segments.ts';
import styles from './probes.module.css';

/** A question of the interviewer, the reply with the words that counted, and the verdict in line. */
export function AnsweredProbe({ probe }: { readonly probe: ProbeView }) {
  const marks = (probe.grade?.quotes ?? []).map(({ start, end }) => ({ id: 'earned', start, end }));
  return (
    <div className={styles.turn}>
      <p className={styles.question}>{probe.prompt}</p>
      <p className={styles.reply}>
        {segmentsOf(probe.answer, marks).map((segment) =>
          segment.ids.length > 0 ? <mark key={segment.start}>{segment.text}</mark> : segment.text,
        )}
      </p>
      {probe.grade ? (
        <p className={styles.grade} data-verdict={probe.grade.met}>
          <VerdictIcon verdict={probe.grade.met} />
          <span>
            <strong>{verdictLabels[probe.grade.met]}.</strong> {probe.grade.because}
          </span>
        </p>
      ) : null}
    </div>
  );
}
