import { useEffect, useState } from 'react';
import { clock, spokenClock } from '#web/ui/format-time.ts';
import styles from './practice.module.css';
import { elapsedSeconds, type Phase, phaseOf } from './timer.ts';
import type { Stopwatch } from './use-timer.ts';

type Props = { readonly watch: Stopwatch; readonly limitSeconds: number };

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

export function TimerView({ watch, limitSeconds }: Props) {
  const elapsed = useElapsed(watch);
  const phase = phaseOf(elapsed, limitSeconds);
  const running = watch.timer.since !== null;
  const shown = phase === 'over' ? `+${clock(elapsed - limitSeconds)}` : clock(limitSeconds - elapsed);
  return (
    <div className={styles.timer} data-phase={phase} data-running={running || undefined}>
      <span className={styles.clock} role="timer" aria-label={`${spokenClock(elapsed)} used`}>
        {shown}
      </span>
      <span className={styles.of}>
        {phase === 'over' ? 'over' : 'left'} of {clock(limitSeconds)}
      </span>
      <button type="button" className="button plain" onClick={running ? watch.pause : watch.start}>
        {running ? 'Pause' : 'Go on'}
      </button>
      <span role="status" className={phase === 'early' ? 'visually-hidden' : styles.warning}>
        {warnings[phase]}
      </span>
    </div>
  );
}
