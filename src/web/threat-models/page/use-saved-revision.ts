import { useEffect, useState } from 'react';

/** The revision that holds everything that was changed before this was shown; null until the server has it. */
export function useSavedRevision(saved: () => Promise<number | null>): number | null {
  const [revision, setRevision] = useState<number | null>(null);
  const [ask] = useState(() => saved);
  useEffect(() => {
    let isShown = true;
    void ask().then((found) => isShown && setRevision(found));
    return () => {
      isShown = false;
    };
  }, [ask]);
  return revision;
}
