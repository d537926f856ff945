import { useEffect, useRef } from 'react';
import type { LabVerdict } from '#web/ui/api/lab-types.ts';
import { plural } from '#web/ui/labels.ts';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import { Output } from '../output.tsx';
import { CheckList } from './check-list.tsx';
import styles from './fix.module.css';
import type { RunProgress } from './run-progress.ts';
import type { Run } from './use-run.ts';

type Props = { readonly desk: AtDesk; readonly run: Run };

/** How the run goes, and what the last one came to. */
export function RunPanel({ desk: { session }, run }: Props) {
  const { progress, error } = run;
  const matter = useRef<HTMLDivElement>(null);
  const going = progress !== null;
  // The button stands above the files, and what it does shows below them.
  useEffect(() => {
    if (going) matter.current?.scrollIntoView({ block: 'center' });
  }, [going]);
  if (!progress && !session.verdict && !error) return null;
  return (
    <Section title="Run" note={session.runs > 0 ? plural(session.runs, 'run') : undefined}>
      <div ref={matter} className={styles.run}>
        {progress ? <Going progress={progress} /> : null}
        {!progress && error ? <Problem error={error} /> : null}
        {!progress && session.verdict ? <Verdict verdict={session.verdict} /> : null}
      </div>
    </Section>
  );
}

function Going({ progress: { saying, planned, results } }: { readonly progress: RunProgress }) {
  return (
    <>
      <p role="status" className={styles.outcome}>
        {saying}
        {planned.length > 0 ? `: ${results.length} of ${planned.length}` : ''}
      </p>
      {planned.length > 0 ? (
        <progress max={planned.length} value={results.length} aria-label="Checks" />
      ) : (
        <progress aria-label="Run" />
      )}
      <CheckList results={results} />
    </>
  );
}

const headlines: Record<LabVerdict['outcome'], string> = {
  pass: 'The fix holds: the app works and every attack failed.',
  fail: 'The fix does not hold yet.',
  'build-failed': 'The app does not build or start.',
  'runner-failed': 'The run broke on our side; it says nothing about your fix.',
};

function Verdict({ verdict }: { readonly verdict: LabVerdict }) {
  const { outcome, message, tests, diagnostics, output, durationMs } = verdict;
  return (
    <>
      <p role="status" className={styles.outcome} data-outcome={outcome}>
        {headlines[outcome]}
        <span className="muted number"> {(durationMs / 1000).toFixed(1)} s</span>
      </p>
      {message && message !== headlines[outcome] && outcome !== 'pass' ? <p>{message}</p> : null}
      {diagnostics.length > 0 ? (
        <ul className={styles.diagnostics}>
          {diagnostics.map(({ file, line, message: what }) => (
            <li key={`${file}:${line}:${what}`}>
              <code>
                {file}:{line}
              </code>{' '}
              {what}
            </li>
          ))}
        </ul>
      ) : null}
      {output && outcome !== 'pass' ? (
        <details open={outcome === 'build-failed' || undefined}>
          <summary>What it printed</summary>
          <Output label="What it printed">{output}</Output>
        </details>
      ) : null}
      <CheckList results={tests} />
    </>
  );
}
