import { useEffect, useEffectEvent, useState } from 'react';

const pause = 1000;

type Buffered<T> = {
  /** What the field shows: what is being typed, else what is stored. */
  readonly value: T;
  readonly change: (value: T) => void;
  /** Stores what was typed; for when the field is left. */
  readonly flush: () => void;
};

/**
 * Keeps what is typed until a pause, or until the field or the page is left, so that undo goes back by thoughts and not by
 * letters. What may not be stored stays in the field.
 */
export function useBuffered<T>(
  stored: T,
  store: (value: T) => void,
  mayStore: (value: T) => boolean = () => true,
): Buffered<T> {
  const [typed, setTyped] = useState<{ readonly value: T } | null>(null);
  const flush = (): void => {
    if (typed === null || !mayStore(typed.value)) return;
    store(typed.value);
    setTyped(null);
  };
  const settle = useEffectEvent(flush);
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => settle(), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const leave = (): void => settle();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      settle();
    };
  }, []);
  return { value: typed === null ? stored : typed.value, change: (value) => setTyped({ value }), flush };
}
