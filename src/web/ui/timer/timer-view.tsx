import { useEffect, useState } from 'react';
import { clock, spokenClock } from '../format-time.ts';
import styles from './timer.module.css';
import { elapsedSeconds, type Phase, phaseOf } from './timer.ts';
import type { Stopwatch } from './use-timer.ts';

type Props = {
  readonly watch: Stopwatch /** Null: it counts up without end. */;
  readonly limitSeconds: number | null;
  readonly isPausable?: boolean;
  /** The page says itself how much time is left. */
  readonly isQuiet?: boolean;
};

const warnings: Record<Phase, string> = {
  early: '',
  'last-minute': 'One minute left.',
  over: 'Time is up. You can go on; the clock counts what is over.',
};

function useElapsed(watch: Stopwatch): number {
  const [now, setNow] = useState(() => Date.now());
  const running = watch.timer.since !== null;
  useEffect(() => {
    setNow(Date.now());
    if (!running) return;
    const ticking = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(ticking);
  }, [running]);
  return elapsedSeconds(watch.timer, now);
}

const shownOf = (elapsed: number, limit: number): string =>
  elapsed >= limit ? `+${clock(elapsed - limit)}` : clock(limit - elapsed);

export function TimerView({ watch, limitSeconds, isPausable = true, isQuiet = false }: Props) {
  const elapsed = useElapsed(watch);
  const phase = limitSeconds === null ? 'early' : phaseOf(elapsed, limitSeconds);
  const running = watch.timer.since !== null;
  return (
    <div className={styles.timer} data-phase={phase} data-running={running || undefined}>
      <span className={styles.clock} role="timer" aria-label={`${spokenClock(elapsed)} used`}>
        {limitSeconds === null ? clock(elapsed) : shownOf(elapsed, limitSeconds)}
      </span>
      <span className={styles.of}>
        {limitSeconds === null
          ? 'so far, untimed'
          : `${phase === 'over' ? 'over' : 'left'} of ${clock(limitSeconds)}`}
      </span>
      {isPausable ? (
        <button type="button" className="button plain" onClick={running ? watch.pause : watch.start}>
          {running ? 'Pause' : 'Go on'}
        </button>
      ) : null}
      {isQuiet ? null : (
        <span role="status" className={phase === 'early' ? 'visually-hidden' : styles.warning}>
          {warnings[phase]}
        </span>
      )}
    </div>
  );
}
