import { labLanguageNames } from '#core/content/lab-language.ts';
import type { LabItem } from '#web/ui/api/lab-types.ts';

import styles from './labs.module.css';

/** Which languages do not run on this machine, why, and what to do about it. Their labs can still be reviewed. */
export function MissingLanguages({ labs }: { readonly labs: readonly LabItem[] }) {
  const missing = new Map(
    labs.flatMap(({ language, availability }) =>
      availability.ready ? [] : [[language, availability] as const],
    ),
  );
  if (missing.size === 0) return null;
  return (
    <ul className={styles.missing}>
      {[...missing].map(([language, { message, mend }]) => (
        <li key={language}>
          <strong>{labLanguageNames[language]} does not run here.</strong> {message} <span>{mend}</span> Its
          labs can still be reviewed and explained.
        </li>
      ))}
    </ul>
  );
}
