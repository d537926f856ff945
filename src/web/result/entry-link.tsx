import { entryId, goTo, useLink } from '#web/ui/quotes/use-link.ts';
import type { Entry } from './entries.ts';
import { claimOf } from './entries.ts';
import styles from './score-sheet.module.css';

/** The number of a point or misconception, as a link to it. */
export function EntryLink({ entry }: { readonly entry: Entry }) {
  const { setActive } = useLink();
  return (
    <a
      href={`#${entryId(entry.key)}`}
      className={styles.about}
      title={claimOf(entry)}
      aria-label={`${entry.label}: ${claimOf(entry)}`}
      onFocus={() => setActive(entry.key)}
      onBlur={() => setActive(null)}
      onClick={(event) => {
        event.preventDefault();
        goTo(entryId(entry.key));
      }}
    >
      {entry.label}
    </a>
  );
}
