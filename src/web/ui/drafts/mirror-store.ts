import type { Mirror, Text } from './draft.ts';

const prefix = 'hotseat.draft.';

export type MirrorStore = {
  /** The newest copy of this attempt that any tab of this browser left behind and that can be read. */
  readonly newest: (attempt: string, isReadable?: (text: Text) => boolean) => Mirror | null;
  readonly write: (attempt: string, mirror: Mirror) => void;
  /** Forgets this tab's copy and those it was recovered from. */
  readonly clear: (attempt: string) => void;
  /** Forgets the copies of every tab, once the answer is handed in. */
  readonly clearAll: (attempt: string) => void;
};

/** Forgets the copies of all attempts. */
export function clearAllMirrors(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Reads a copy that may be from an older version or damaged; null then. */
export function parseMirror(text: string | null): Mirror | null {
  if (text === null) return null;
  try {
    const value: Partial<Record<keyof Mirror, unknown>> = JSON.parse(text);
    const { answer, notes, elapsedSeconds, revision, unconfirmed, savedAt } = value;
    const marks = Array.isArray(unconfirmed) ? unconfirmed.filter(isText) : [];
    if (!isText(answer) || !isText(notes) || !isCount(revision) || !isCount(savedAt)) return null;
    return {
      answer,
      notes,
      elapsedSeconds: isCount(elapsedSeconds) ? elapsedSeconds : 0,
      revision,
      unconfirmed: marks,
      savedAt,
    };
  } catch {
    return null;
  }
}

/** One key a tab, so that two tabs never write over each other's words. */
export function createMirrorStore(storage: Storage, tab: string): MirrorStore {
  const read = new Set<string>();
  const keysOf = (attempt: string): string[] =>
    Object.keys(storage).filter((key) => key.startsWith(`${prefix}${attempt}.`));
  const own = (attempt: string): string => `${prefix}${attempt}.${tab}`;
  const remove = (keys: Iterable<string>): void => {
    for (const key of keys) storage.removeItem(key);
  };
  return {
    newest: (attempt, isReadable = () => true) => {
      let newest: Mirror | null = null;
      for (const key of keysOf(attempt)) {
        read.add(key);
        const mirror = parseMirror(storage.getItem(key));
        if (mirror && isReadable(mirror) && (newest === null || mirror.savedAt > newest.savedAt))
          newest = mirror;
      }
      return newest;
    },
    write: (attempt, mirror) => storage.setItem(own(attempt), JSON.stringify(mirror)),
    clear: (attempt) => {
      remove([own(attempt), ...[...read].filter((key) => key.startsWith(`${prefix}${attempt}.`))]);
      read.clear();
    },
    clearAll: (attempt) => remove(keysOf(attempt)),
  };
}
