import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { instant, someScenarioDraft, someScenarioResults } from './records-for-tests.ts';
import { noScenarioResults, type ScenarioDraftWrite, type ScenarioStart } from './scenario-session.ts';
import type { UserStorage } from './storage.ts';

const write = (revision: number, more: Partial<ScenarioDraftWrite> = {}): ScenarioDraftWrite => ({
  ...someScenarioDraft,
  twistReply: `said after ${revision}`,
  elapsedSeconds: 90,
  revision,
  at: instant(500 + revision),
  ...more,
});
const start = (user: UserStorage, id: string, more: Partial<ScenarioStart> = {}) =>
  user.startScenarioSession({
    ...{ scenario: 'image-upload', id, at: instant(0), mode: 'exam', seed: 5, draft: someScenarioDraft },
    ...more,
  });
const close = (user: UserStorage, id: string) =>
  user.advanceScenario(id, instant(9), (session) => ({ ...session, state: 'closed' }));

export function scenarioSessionContract({ user }: Fixture): void {
  describe('scenario sessions', () => {
    it('start once and are resumed until they are closed, rounds and the exercise apart', async () => {
      const me = user();
      const started = await start(me, 'a');
      expect(started).toMatchObject({ state: 'open', mode: 'exam', results: noScenarioResults(5) });
      expect(await start(me, 'b', { mode: 'coached' })).toEqual(started);
      expect(await start(me, 'c', { mode: 'spot', at: instant(1) })).toMatchObject({ id: 'c', mode: 'spot' });
      await me.advanceScenario('a', instant(2), (session) => ({ ...session, state: 'asked' }));
      expect(await start(me, 'd')).toMatchObject({ id: 'a', state: 'asked' });
      await close(me, 'a');
      expect(await start(me, 'e', { mode: 'untimed', at: instant(3) })).toMatchObject({ id: 'e' });
      expect((await me.scenarioOutlines()).map(({ id }) => id)).toEqual(['a', 'c', 'e']);
      expect(await user().scenarioSession('a')).toBeUndefined();
    });

    it('keep what was written last and refuse a writer who did not see it', async () => {
      const me = user();
      await start(me, 'a');
      expect(await me.saveScenarioDraft('a', write(0))).toMatchObject({
        conflict: false,
        value: {
          revision: 1,
          elapsedSeconds: 90,
          draft: { ...someScenarioDraft, twistReply: 'said after 0' },
        },
      });
      expect(await me.saveScenarioDraft('a', write(0, { twistReply: 'late' }))).toMatchObject({
        conflict: true,
        current: { revision: 1, draft: { twistReply: 'said after 0' } },
      });
      const both = await Promise.all([
        me.saveScenarioDraft('a', write(1)),
        me.saveScenarioDraft('a', write(1)),
      ]);
      expect(both.map((written) => written?.conflict).sort()).toEqual([false, true]);
    });

    it('take no draft once they are handed in', async () => {
      const me = user();
      await start(me, 'a');
      await me.advanceScenario('a', instant(1), (session) => ({ ...session, state: 'asked' }));
      expect(await me.saveScenarioDraft('a', write(0))).toBeUndefined();
      expect(await me.saveScenarioDraft('none', write(0))).toBeUndefined();
    });

    it('lose no question when several are asked at once, and no draft beside them', async () => {
      const me = user();
      await start(me, 'a');
      const ask = (question: string) =>
        me.advanceScenario('a', instant(1), (session) => {
          const asked = [
            ...session.results.asked,
            { question, at: 1, revealed: [], answer: 'unknown' as const },
          ];
          return { ...session, results: { ...session.results, asked } };
        });
      await Promise.all([ask('1?'), ask('2?'), me.saveScenarioDraft('a', write(0)), ask('3?')]);
      const session = await me.scenarioSession('a');
      expect(session?.results.asked).toHaveLength(3);
      expect(session?.draft.twistReply).toBe('said after 0');
      expect(await me.advanceScenario('none', instant(1), (each) => each)).toBeUndefined();
    });

    it('keep results and score, and are gone when deleted', async () => {
      const me = user();
      await start(me, 'a');
      await me.advanceScenario('a', instant(9), () => ({
        ...{ results: someScenarioResults, score: 0.5, state: 'closed' },
      }));
      expect(await me.scenarioSession('a')).toMatchObject({
        results: someScenarioResults,
        updatedAt: instant(9),
      });
      expect(await me.scenarioOutlines()).toMatchObject([{ id: 'a', score: 0.5, state: 'closed' }]);
      expect(await me.deleteScenarioSession('a')).toBe(true);
      expect(await me.deleteScenarioSession('a')).toBe(false);
      expect(await me.scenarioOutlines()).toEqual([]);
    });

    it('go out without the grade that is not shown yet, and can be handed in again', async () => {
      const [me, other] = [user(), user()];
      await start(me, 'a');
      await me.advanceScenario('a', instant(9), () => ({
        ...{ results: someScenarioResults, score: 0.5, state: 'asked' },
      }));
      const exported = await me.exportAll();
      expect(exported.scenarioSessions).toMatchObject([
        {
          state: 'open',
          score: null,
          results: { grade: null, followUps: [], asked: someScenarioResults.asked },
        },
      ]);
      await other.importAll(exported, 'merge');
      expect(await other.saveScenarioDraft('a', write(0))).toMatchObject({ conflict: false });
      await me.importAll(await other.exportAll(), 'merge');
      expect(await me.scenarioSession('a')).toMatchObject({ state: 'asked', score: 0.5 });
    });
  });
}
