import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { type LabDraftWrite, noLabDraft, noLabResults, standingOf } from './lab-session.ts';
import { instant, someLabResults } from './records-for-tests.ts';

const write = (revision: number, more: Partial<LabDraftWrite> = {}): LabDraftWrite => ({
  findings: [{ file: 'search.py', startLine: 3, cwe: 89, explanation: 'It is pasted in.' }],
  files: { 'search.py': 'fixed\n', 'old.py': null },
  explanation: `told after ${revision}`,
  elapsedSeconds: 60,
  revision,
  at: instant(500 + revision),
  ...more,
});

export function labSessionContract({ user }: Fixture): void {
  describe('lab sessions', () => {
    it('start once and are resumed while they are open', async () => {
      const me = user();
      const started = await me.startLabSession({ lab: 'login', id: 'a', at: instant(0), timed: true });
      expect(started).toMatchObject({ state: 'open', timed: true, draft: noLabDraft, results: noLabResults });
      const resumed = await me.startLabSession({ lab: 'login', id: 'b', at: instant(1), timed: false });
      expect(resumed).toEqual(started);
      await me.advanceLab('a', instant(2), (session) => ({ ...session, state: 'closed' }));
      const next = await me.startLabSession({ lab: 'login', id: 'c', at: instant(3), timed: false });
      expect(next).toMatchObject({ id: 'c', timed: false });
      expect((await me.labOutlines()).map(({ id }) => id)).toEqual(['a', 'c']);
      expect(await user().labSession('a')).toBeUndefined();
    });

    it('keep what was written last and refuse a writer who did not see it', async () => {
      const me = user();
      await me.startLabSession({ lab: 'login', id: 'a', at: instant(0), timed: false });
      const saved = await me.saveLabDraft('a', write(0));
      expect(saved).toMatchObject({ conflict: false, value: { revision: 1, elapsedSeconds: 60 } });
      expect(await me.saveLabDraft('a', write(0, { explanation: 'late' }))).toMatchObject({
        conflict: true,
        current: { revision: 1, draft: { explanation: 'told after 0', files: { 'old.py': null } } },
      });
      const [first, second] = await Promise.all([
        me.saveLabDraft('a', write(1)),
        me.saveLabDraft('a', write(1)),
      ]);
      expect([first?.conflict, second?.conflict].sort()).toEqual([false, true]);
    });

    it('take no draft once they are closed', async () => {
      const me = user();
      await me.startLabSession({ lab: 'login', id: 'a', at: instant(0), timed: false });
      await me.advanceLab('a', instant(1), (session) => ({ ...session, state: 'closed' }));
      expect(await me.saveLabDraft('a', write(0))).toBeUndefined();
      expect(await me.saveLabDraft('none', write(0))).toBeUndefined();
    });

    it('lose no step when several are taken at once, and no draft beside them', async () => {
      const me = user();
      await me.startLabSession({ lab: 'login', id: 'a', at: instant(0), timed: false });
      const take = () =>
        me.advanceLab('a', instant(1), (session) => ({
          ...session,
          results: { ...session.results, hintsTaken: session.results.hintsTaken + 1 },
        }));
      await Promise.all([take(), take(), me.saveLabDraft('a', write(0)), take(), take()]);
      expect(await me.labSession('a')).toMatchObject({
        results: { hintsTaken: 4 },
        draft: { explanation: 'told after 0' },
        revision: 1,
      });
      expect(await me.advanceLab('none', instant(1), (session) => session)).toBeUndefined();
    });

    it('keep results and draft apart, and are gone when deleted', async () => {
      const me = user();
      await me.startLabSession({ lab: 'login', id: 'a', at: instant(0), timed: false });
      await me.saveLabDraft('a', write(0));
      await me.advanceLab('a', instant(9), (session) => ({
        ...session,
        results: someLabResults,
        score: 0.75,
      }));
      expect(await me.labSession('a')).toMatchObject({
        draft: { explanation: 'told after 0' },
        results: someLabResults,
        score: 0.75,
        revision: 1,
        updatedAt: instant(9),
      });
      expect(await me.labOutlines()).toMatchObject([
        { id: 'a', score: 0.75, standing: standingOf(someLabResults) },
      ]);
      expect(await me.deleteLabSession('a')).toBe(true);
      expect(await me.deleteLabSession('a')).toBe(false);
      expect(await me.labOutlines()).toEqual([]);
    });
  });
}
