import { describe, expect, it } from 'vitest';
import { longestAnswer } from '#core/content/answer.ts';
import { type Stored, saveStateOf } from './draft.ts';
import { DraftKeeper, type SaveOutcome } from './draft-keeper.ts';
import { createMirrorStore } from './mirror-store.ts';

/** A Storage whose keys are its own properties, as in a browser. */
function memoryStorage(): Storage {
  const data = new Map<string, string>();
  const storage = {
    getItem: (key: string) => data.get(key) ?? null,
    setItem: (key: string, value: string) => void data.set(key, value),
    removeItem: (key: string) => void data.delete(key),
    clear: () => data.clear(),
    key: (index: number) => [...data.keys()][index] ?? null,
    get length() {
      return data.size;
    },
  };
  return new Proxy(storage, {
    ownKeys: () => [...data.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

function setUp(
  storage = memoryStorage(),
  server: Stored = { answer: '', notes: '', elapsedSeconds: 0, revision: 0 },
) {
  const saved: Stored[] = [];
  const tasks = new Map<number, () => void>();
  let time = 0;
  let next = 0;
  let outcome: (draft: Stored) => SaveOutcome = (draft) => ({
    type: 'acknowledged',
    revision: draft.revision + 1,
  });
  const keeper = new DraftKeeper(server, {
    attempt: 'a1',
    save: async (draft) => {
      saved.push(draft);
      return outcome(draft);
    },
    mirrors: createMirrorStore(storage, `tab${Math.random()}`),
    elapsedSeconds: () => 7,
    now: () => time,
    later: (milliseconds, task) => {
      const id = next++;
      tasks.set(time + milliseconds + id / 1e6, task);
      return () => {
        for (const [at, each] of tasks) if (each === task) tasks.delete(at);
      };
    },
  });
  const pass = async (milliseconds: number): Promise<void> => {
    time += milliseconds;
    for (const [at, task] of [...tasks]) {
      if (at > time + 1) continue;
      tasks.delete(at);
      task();
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  keeper.start();
  return { keeper, saved, storage, pass, answerWith: (next: typeof outcome) => (outcome = next) };
}

describe('the keeper of a draft', () => {
  it('sends once the typing pauses, with the clock', async () => {
    const { keeper, saved, pass } = setUp();
    keeper.edit({ answer: 'a' });
    await pass(300);
    keeper.edit({ answer: 'ab' });
    await pass(300);
    expect(saved).toHaveLength(0);
    await pass(300);
    expect(saved).toMatchObject([{ answer: 'ab', elapsedSeconds: 7, revision: 0 }]);
    expect(saveStateOf(keeper.current())).toBe('saved');
  });

  it('saves somebody who never pauses every four seconds', async () => {
    const { keeper, saved, pass } = setUp();
    for (let index = 0; index < 12; index++) {
      keeper.edit({ answer: 'x'.repeat(index + 1) });
      await pass(400);
    }
    expect(saved.length).toBeGreaterThan(0);
  });

  it('keeps every keystroke in the browser until the server has it', async () => {
    const { keeper, storage, pass } = setUp();
    keeper.edit({ answer: 'a' });
    expect(Object.keys(storage)).toHaveLength(1);
    await pass(700);
    expect(Object.keys(storage)).toHaveLength(0);
  });

  it('tries again while the server is gone', async () => {
    const { keeper, saved, pass, answerWith } = setUp();
    answerWith(() => ({ type: 'failed' }));
    keeper.edit({ answer: 'a' });
    await pass(700);
    expect(saveStateOf(keeper.current())).toBe('unreachable');
    answerWith((draft) => ({ type: 'acknowledged', revision: draft.revision + 1 }));
    await pass(1100);
    expect(saveStateOf(keeper.current())).toBe('saved');
    expect(saved).toHaveLength(2);
  });

  it('finds the words of a killed tab and sends them', async () => {
    const storage = memoryStorage();
    setUp(storage).keeper.edit({ answer: 'half a thought' });
    const after = setUp(storage);
    expect(after.keeper.recovered).toBe(true);
    expect(after.keeper.current().text.answer).toBe('half a thought');
    await after.pass(700);
    expect(after.saved).toMatchObject([{ answer: 'half a thought' }]);
    expect(Object.keys(storage)).toHaveLength(0);
  });

  it('sends what is left when the page goes away', () => {
    const { keeper, saved } = setUp();
    keeper.edit({ answer: 'last words' });
    keeper.stop();
    expect(saved).toMatchObject([{ answer: 'last words' }]);
  });

  it('works without storage', async () => {
    const broken = new Proxy({} as Storage, {
      get: () => {
        throw new Error('blocked');
      },
      ownKeys: () => {
        throw new Error('blocked');
      },
    });
    const { keeper, pass } = setUp(broken);
    keeper.edit({ answer: 'a' });
    await pass(700);
    expect(saveStateOf(keeper.current())).toBe('saved');
  });

  it('keeps a text that is too long for the server in this browser, and sends it once it is shorter', async () => {
    const { keeper, saved, storage, pass } = setUp();
    const tooLong = 'x'.repeat(longestAnswer + 1);
    keeper.edit({ answer: tooLong });
    await pass(10_000);
    expect(saved).toEqual([]);
    expect(setUp(storage).keeper.current().text.answer).toBe(tooLong);
    keeper.edit({ answer: 'shorter' });
    await pass(600);
    expect(saved).toMatchObject([{ answer: 'shorter' }]);
  });

  it('says when neither server nor browser has the words', async () => {
    const storage = memoryStorage();
    const full = new Proxy(storage, {
      get: (target, key) =>
        key === 'setItem'
          ? () => {
              throw new DOMException('full', 'QuotaExceededError');
            }
          : Reflect.get(target, key),
    });
    const { keeper, pass, answerWith } = setUp(full);
    answerWith(() => ({ type: 'failed' }));
    keeper.edit({ answer: 'words' });
    await pass(600);
    expect(saveStateOf(keeper.current())).toBe('nowhere');
    answerWith((draft) => ({ type: 'acknowledged', revision: draft.revision + 1 }));
    await pass(2_000);
    expect(saveStateOf(keeper.current())).toBe('saved');
  });
});
