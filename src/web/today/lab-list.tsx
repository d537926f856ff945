import { Link } from '@tanstack/react-router';
import { labLanguageNames } from '#core/content/lab-language.ts';
import type { Today } from '#web/ui/api/types.ts';
import { Minutes } from '#web/ui/minutes.tsx';
import styles from './today.module.css';

/** The labs to work on next. */
export function LabList({ labs }: { readonly labs: Today['labs'] }) {
  return (
    <ul className={styles.next}>
      {labs.map(({ slug, title, language, minutes, why }) => (
        <li key={slug}>
          <span />
          <div>
            <Link to="/labs/$slug" params={{ slug }} className={styles.title}>
              {title}
            </Link>
            <p className={styles.why}>{why}</p>
          </div>
          <span className={styles.meta}>
            <span>{labLanguageNames[language]}</span>
            <Minutes value={minutes} />
          </span>
        </li>
      ))}
    </ul>
  );
}
