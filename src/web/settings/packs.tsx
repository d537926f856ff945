import { useQuery } from '@tanstack/react-query';
import { queries } from '#web/ui/api/queries.ts';
import { plural } from '#web/ui/labels.ts';
import { QueryView } from '#web/ui/query-view.tsx';
import styles from './settings.module.css';

export function Packs() {
  const query = useQuery(queries.packs());
  return (
    <QueryView query={query} lines={2}>
      {({ items }) => (
        <>
          <ul className={styles.rows}>
            {items.map((pack) => (
              <li key={pack.id}>
                <div>
                  <strong>{pack.title}</strong> <span className="number muted">{pack.version}</span>
                  <p className="muted small">
                    {plural(pack.questions, 'question')}, {pack.labs > 0 && `${plural(pack.labs, 'lab')}, `}
                    {pack.license}
                    {pack.removable ? (
                      <>
                        , removed with <code>bin/hotseat content remove {pack.id}</code>
                      </>
                    ) : (
                      ', built in'
                    )}
                  </p>
                </div>
                {pack.problems > 0 ? (
                  <span className={styles.missing}>
                    {plural(pack.problems, 'problem')}: see bin/hotseat content lint
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
          <p className="muted small">
            Add one with <code>bin/hotseat content add FOLDER-OR-ZIP</code>. Packs are data: nothing in them
            is executed.
          </p>
        </>
      )}
    </QueryView>
  );
}
