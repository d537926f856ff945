import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { instant, someTriageDraft, someTriageGrade } from './records-for-tests.ts';
import type { UserStorage } from './storage.ts';
import type { TriageDraftWrite } from './triage-session.ts';

const write = (revision: number, more: Partial<TriageDraftWrite> = {}): TriageDraftWrite => ({
  ...{ draft: { ...someTriageDraft, chosen: [`after-${revision}`] }, elapsedSeconds: 90, revision },
  at: instant(500 + revision),
  ...more,
});
const start = (user: UserStorage, id: string, at = 0) =>
  user.startTriageSession({ set: 'web-shop', id, at: instant(at), draft: someTriageDraft });
const handIn = (user: UserStorage, id: string, revision: number) =>
  user.handInTriage(id, { grade: someTriageGrade, revision, at: instant(600) });

export function triageSessionContract({ user }: Fixture): void {
  describe('triage sessions', () => {
    it('start once and are resumed until they are handed in', async () => {
      const me = user();
      const started = await start(me, 'a');
      expect(started).toMatchObject({ state: 'open', draft: someTriageDraft, grade: null, score: null });
      expect(await start(me, 'b', 1)).toEqual(started);
      await handIn(me, 'a', 0);
      expect(await start(me, 'c', 2)).toMatchObject({ id: 'c' });
      expect((await me.triageOutlines()).map(({ id }) => id)).toEqual(['a', 'c']);
      expect(await user().triageSession('a')).toBeUndefined();
    });

    it('keep what was written last and refuse a writer who did not see it', async () => {
      const me = user();
      await start(me, 'a');
      expect(await me.saveTriageDraft('a', write(0))).toMatchObject({
        conflict: false,
        value: { revision: 1, elapsedSeconds: 90, draft: { chosen: ['after-0'] } },
      });
      expect(await me.saveTriageDraft('a', write(0))).toMatchObject({
        conflict: true,
        current: { revision: 1 },
      });
      const both = await Promise.all([me.saveTriageDraft('a', write(1)), me.saveTriageDraft('a', write(1))]);
      expect(both.map((written) => written?.conflict).sort()).toEqual([false, true]);
    });

    it('are handed in as they were graded, once', async () => {
      const me = user();
      await start(me, 'a');
      await me.saveTriageDraft('a', write(0));
      expect(await handIn(me, 'a', 0)).toMatchObject({ conflict: true, current: { state: 'open' } });
      expect(await handIn(me, 'a', 1)).toMatchObject({
        conflict: false,
        value: { state: 'closed', grade: someTriageGrade, score: someTriageGrade.score },
      });
      expect(await handIn(me, 'a', 1)).toBeUndefined();
      expect(await me.saveTriageDraft('a', write(1))).toBeUndefined();
      expect(await me.saveTriageDraft('none', write(0))).toBeUndefined();
    });

    it('are gone when deleted', async () => {
      const me = user();
      await start(me, 'a');
      expect(await me.deleteTriageSession('a')).toBe(true);
      expect(await me.deleteTriageSession('a')).toBe(false);
      expect(await me.triageOutlines()).toEqual([]);
    });
  });
}
