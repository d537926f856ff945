import { useQuery } from '@tanstack/react-query';
import { queries } from '#web/ui/api/queries.ts';
import type { SystemItem } from '#web/ui/api/types.ts';
import { VerdictIcon } from '#web/ui/icons.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import styles from './settings.module.css';

const icons = { ready: 'yes', preparing: 'unsure', missing: 'no' } as const;
const labels: Record<SystemItem['state'], string> = {
  ready: 'Ready',
  preparing: 'Preparing',
  missing: 'Missing',
};

export function SystemCheck() {
  const query = useQuery({
    ...queries.system(),
    refetchInterval: ({ state }) =>
      state.data?.items.some((item) => item.state === 'preparing') ? 2_000 : false,
  });
  return (
    <QueryView query={query} lines={4}>
      {({ items }) => (
        <ul className={styles.rows}>
          {items.map((item) => (
            <li key={item.name}>
              <div>
                <strong>{item.name}</strong>
                <p className="muted small">{item.detail}</p>
                {item.mend ? <p className={styles.mend}>{item.mend}</p> : null}
              </div>
              <span className={styles.state} data-state={item.state}>
                <VerdictIcon verdict={icons[item.state]} />
                {labels[item.state]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
