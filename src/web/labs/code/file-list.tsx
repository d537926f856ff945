import { useState } from 'react';
import type { TextFile } from '#web/ui/api/lab-types.ts';
import { plural } from '#web/ui/labels.ts';
import { treeOf } from './file-tree.ts';
import styles from './files.module.css';

type Props = {
  readonly files: readonly TextFile[];
  readonly current: string;
  /** A short word beside a file, such as "changed". */
  readonly notes: ReadonlyMap<string, string>;
  readonly onOpen: (path: string, line?: number) => void;
};

const mostHits = 60;

/** The files of the app, and a search through all of them. */
export function FileList({ files, current, notes, onOpen }: Props) {
  const [sought, setSought] = useState('');
  return (
    <div className={styles.files}>
      <input
        type="search"
        className="input"
        aria-label="Search in all files"
        placeholder="Search in all files"
        spellCheck={false}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {sought.trim().length > 1 ? (
        <Hits files={files} sought={sought.trim()} onOpen={onOpen} />
      ) : (
        <ul className={styles.tree} aria-label="Files">
          {treeOf(files.map(({ path }) => path)).map((row) => (
            <li key={row.path} data-depth={Math.min(row.depth, 6)}>
              {row.folder ? (
                <span className={styles.folder}>{row.name}/</span>
              ) : (
                <button
                  type="button"
                  className={styles.file}
                  aria-current={row.path === current || undefined}
                  onClick={() => onOpen(row.path)}
                >
                  {row.name}
                  <span className={styles.note}>{notes.get(row.path)}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

type HitsProps = Pick<Props, 'files' | 'onOpen'> & { readonly sought: string };

function Hits({ files, sought, onOpen }: HitsProps) {
  const wanted = sought.toLowerCase();
  const hits = files.flatMap(({ path, content }) =>
    content.split('\n').flatMap((text, index) => {
      return text.toLowerCase().includes(wanted) ? [{ path, line: index + 1, text: text.trim() }] : [];
    }),
  );
  return (
    <>
      <p className="muted small" role="status">
        {hits.length > mostHits
          ? `The first ${mostHits} of ${hits.length} lines`
          : plural(hits.length, 'line')}
      </p>
      <ul className={styles.hits}>
        {hits.slice(0, mostHits).map(({ path, line, text }) => (
          <li key={`${path}:${line}`}>
            <button type="button" className={styles.hit} onClick={() => onOpen(path, line)}>
              <span className={styles.where}>
                {path}:{line}
              </span>
              <code>{text}</code>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
