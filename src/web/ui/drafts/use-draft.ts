import { useEffect, useState, useSyncExternalStore } from 'react';
import { connection } from '../api/connection.ts';
import { type Draft, type Stored, saveStateOf } from './draft.ts';
import { DraftKeeper, type KeeperPorts } from './draft-keeper.ts';
import { createMirrorStore } from './mirror-store.ts';

const tab = crypto.randomUUID();
const mirrors = createMirrorStore(window.localStorage, tab);

function later(milliseconds: number, task: () => void): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}

type Ports = Pick<KeeperPorts, 'save' | 'elapsedSeconds' | 'isTooLong' | 'isReadable'>;

/** Keeps the draft `key` from where the server has it. Later changes of `server` and `ports` are ignored. */
export function useDraft(key: string, server: Stored, ports: Ports): { keeper: DraftKeeper; draft: Draft } {
  const [keeper] = useState(
    () => new DraftKeeper(server, { ...ports, attempt: key, mirrors, now: () => Date.now(), later }),
  );
  useEffect(() => {
    keeper.start();
    const back = connection.subscribe(() => connection.isReachable() && keeper.flush());
    const leave = (): void => keeper.stop();
    const comeBack = (): void => keeper.start();
    const ask = (event: BeforeUnloadEvent): void => {
      if (saveStateOf(keeper.current()) === 'nowhere') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', comeBack);
    return () => {
      back();
      window.removeEventListener('beforeunload', ask);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', comeBack);
      keeper.stop();
    };
  }, [keeper]);
  return { keeper, draft: useSyncExternalStore(keeper.subscribe, keeper.current) };
}
