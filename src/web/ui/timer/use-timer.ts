import { useCallback, useRef, useState } from 'react';
import { elapsedSeconds, pause, start, stopped, type Timer } from './timer.ts';

export type Stopwatch = {
  readonly timer: Timer;
  readonly start: () => void;
  readonly pause: () => void;
  readonly elapsed: () => number;
};

/** The stopwatch of this attempt. Reading it does not render; starting and pausing does. */
export function useTimer(initialSeconds: number, running: boolean): Stopwatch {
  const [timer, setTimer] = useState<Timer>(() => {
    const fresh = stopped(initialSeconds);
    return running ? start(fresh, Date.now()) : fresh;
  });
  const latest = useRef(timer);
  const set = useCallback((next: Timer) => {
    latest.current = next;
    setTimer(next);
  }, []);
  return {
    timer,
    start: useCallback(() => set(start(latest.current, Date.now())), [set]),
    pause: useCallback(() => set(pause(latest.current, Date.now())), [set]),
    elapsed: useCallback(() => elapsedSeconds(latest.current, Date.now()), []),
  };
}
