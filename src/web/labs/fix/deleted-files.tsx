import type { AtDesk } from '../desk/at-desk.ts';
import { withReset } from '../desk/work-files.ts';
import styles from './fix.module.css';

/** Files of the app that the fix does without, each with the way back. */
export function DeletedFiles({ desk: { work, edit, closed } }: { readonly desk: AtDesk }) {
  const gone = Object.entries(work.files).flatMap(([path, content]) => (content === null ? [path] : []));
  if (gone.length === 0) return null;
  return (
    <ul className={styles.deleted}>
      {gone.map((path) => (
        <li key={path}>
          <del>{path}</del>
          {closed ? null : (
            <button
              type="button"
              className="button plain small"
              onClick={() => edit({ files: withReset(work.files, path) })}
            >
              Put back<span className="visually-hidden"> {path}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
