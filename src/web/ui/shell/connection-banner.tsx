import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { calls } from '../api/calls.ts';
import { connection } from '../api/connection.ts';
import { queries } from '../api/queries.ts';
import styles from './shell.module.css';

export function useReachable(): boolean {
  return useSyncExternalStore(connection.subscribe, connection.isReachable);
}

/** Says when the server is gone, asks every two seconds whether it is back, and then fetches anew. */
export function ConnectionBanner() {
  const reachable = useReachable();
  const client = useQueryClient();
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(() => {
      calls.health().then(
        () => client.invalidateQueries(),
        () => undefined,
      );
    }, 2_000);
    return () => clearInterval(timer);
  }, [reachable, client]);
  return (
    <div aria-live="polite">
      {reachable ? (
        <Notices />
      ) : (
        <div className={styles.banner}>
          <strong>Hotseat is not running.</strong>
          <span>
            What you type is kept in this browser. Start it again with <code>npm start</code>; this page goes
            on by itself.
          </span>
        </div>
      )}
    </div>
  );
}

function Notices() {
  const { data } = useQuery(queries.health());
  return data?.notices.map((notice) => (
    <div key={notice.message} className={styles.banner}>
      <strong>{notice.message}</strong>
      <span>{notice.mend}</span>
    </div>
  ));
}
