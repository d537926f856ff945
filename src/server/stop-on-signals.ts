import type { RunningServer } from './main.ts';

/** Closes the server when the process is asked to end; a second signal ends it at once. */
export function stopOnSignals(server: RunningServer, stopped: (code: number) => void): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) {
      stopped(130);
      return;
    }
    stopping = true;
    server.close().then(
      () => stopped(0),
      () => stopped(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
