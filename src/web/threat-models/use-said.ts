import { useCallback, useRef, useState } from 'react';

/** What a status line says; the same words twice are told twice. */
export function useSaid(): readonly [said: string, say: (text: string) => void] {
  const [said, setSaid] = useState('');
  const isOdd = useRef(false);
  const say = useCallback((text: string) => {
    isOdd.current = !isOdd.current;
    setSaid(isOdd.current ? text : `${text}\u00a0`);
  }, []);
  return [said, say];
}
