/** Whether the last request reached the server. A tiny store, because every part of the page may want to know. */
let reachable = true;
const listeners = new Set<() => void>();

export const connection = {
  isReachable: (): boolean => reachable,
  report(next: boolean): void {
    if (next === reachable) return;
    reachable = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
