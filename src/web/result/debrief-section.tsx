import { lazy, Suspense, useState } from 'react';
import type { Result } from '#web/ui/api/types.ts';
import { Section } from '#web/ui/section.tsx';
import { Loading } from '#web/ui/states.tsx';
import styles from './debrief.module.css';

const Debrief = lazy(() => import('./debrief.tsx').then((module) => ({ default: module.DebriefView })));

/** The debrief answers what the interviewer may still ask, so it waits until that is over or the candidate insists. */
export function DebriefSection({ result }: { readonly result: Result }) {
  const asking = result.nextProbe === 'available' || result.probes.some((probe) => probe.answeredAt === null);
  const [insisted, setInsisted] = useState(false);
  if (result.debrief === null) return <ModelAnswer text={result.modelAnswer} />;
  if (asking && !insisted) {
    return (
      <Section title="Debrief" note="What was measured and how a strong answer runs.">
        <p className={styles.waiting}>
          It gives the follow-ups away, so it opens when the interviewer is done.{' '}
          <button type="button" className="button plain" onClick={() => setInsisted(true)}>
            Read it now
          </button>
        </p>
      </Section>
    );
  }
  return (
    <Suspense fallback={<Loading lines={6} label="Opening the debrief" />}>
      <Debrief debrief={result.debrief} />
    </Suspense>
  );
}

function ModelAnswer({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <Section title="Your model answer" note="The points above were cut from it.">
      <p className={styles.model}>{text}</p>
    </Section>
  );
}
