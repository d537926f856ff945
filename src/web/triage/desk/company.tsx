import type { TriageView } from '#web/ui/api/triage-types.ts';
import { Section } from '#web/ui/section.tsx';
import styles from './desk.module.css';

/** What has to be known of the company to rank its findings. */
export function Company({ set: { company, capacity, asOf } }: { readonly set: TriageView }) {
  return (
    <Section title="The company" note={`EPSS and KEV as of ${asOf}`}>
      <dl className={styles.company}>
        <dt>What it does</dt>
        <dd>{company.does}</dd>
        <dt>Stack</dt>
        <dd>{company.stack}</dd>
        <dt>Exposure</dt>
        <dd>{company.exposure}</dd>
        <dt>At stake</dt>
        <dd>{company.stakes}</dd>
        <dt>This sprint</dt>
        <dd>There is room for {capacity} findings.</dd>
      </dl>
    </Section>
  );
}
