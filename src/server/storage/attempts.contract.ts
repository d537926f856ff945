import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { draft, fill, instant, probe, someGrade, submission, submitted } from './records-for-tests.ts';

export function attemptContract({ user, storage }: Fixture): void {
  describe('attempts', () => {
    it('start empty, with revision 0', async () => {
      const me = user();
      const attempt = await me.startAttempt('csrf-login', 'a', instant(1));
      expect(attempt).toEqual({
        id: 'a',
        question: 'csrf-login',
        state: 'drafting',
        answer: '',
        notes: '',
        elapsedSeconds: 0,
        revision: 0,
        startedAt: instant(1),
        updatedAt: instant(1),
        submittedAt: null,
        selfScore: null,
        grade: null,
        gradedQuestion: null,
      });
      expect(await me.attempt('a')).toEqual(attempt);
    });

    it('are resumed while they are drafts, and begun anew afterwards', async () => {
      const me = user();
      await me.startAttempt('q', 'a', instant(1));
      await me.saveDraft('a', draft(0));
      expect(await me.startAttempt('q', 'b', instant(2))).toMatchObject({ id: 'a', revision: 1 });
      await me.submit('a', submission(1));
      expect(await me.startAttempt('q', 'c', instant(3))).toMatchObject({ id: 'c', revision: 0 });
    });

    it('are begun once when many tabs start the same question at once', async () => {
      const me = user();
      const tabs = Array.from({ length: 12 }, (_, tab) => me.startAttempt('q', `tab-${tab}`, instant(tab)));
      const ids = new Set((await Promise.all(tabs)).map((attempt) => attempt.id));
      expect(ids.size).toBe(1);
      expect(await me.outlines()).toHaveLength(1);
    });

    it('are listed newest first, filtered by question and state, up to the limit', async () => {
      const me = user();
      for (const [index, question] of ['q', 'r', 'q', 'q'].entries()) {
        await me.startAttempt(question, `a${index}`, instant(index));
        if (index < 3) await me.submit(`a${index}`, submission(0));
      }
      const ids = async (filter: Parameters<typeof me.attempts>[0]) =>
        (await me.attempts(filter)).map((attempt) => attempt.id);
      expect(await ids({})).toEqual(['a3', 'a2', 'a1', 'a0']);
      expect(await ids({ question: 'q' })).toEqual(['a3', 'a2', 'a0']);
      expect(await ids({ question: 'q', state: 'submitted' })).toEqual(['a2', 'a0']);
      expect(await ids({ limit: 2 })).toEqual(['a3', 'a2']);
      expect(await ids({ question: 'none' })).toEqual([]);
    });

    it('keep one order, by instant and then by the bytes of the id', async () => {
      const me = user();
      for (const id of ['b', 'B', 'a', 'A', 'a-1', 'a1', 'é'])
        await me.startAttempt(`q-${id}`, id, instant(7));
      await me.startAttempt('early', 'z', instant(6.999));
      const oldestFirst = ['z', 'A', 'B', 'a', 'a-1', 'a1', 'b', 'é'];
      expect((await me.outlines()).map(({ id }) => id)).toEqual(oldestFirst);
      expect((await me.attempts({})).map(({ id }) => id)).toEqual(oldestFirst.toReversed());
    });

    it('have outlines with the score and band of the grade', async () => {
      const me = user();
      await submitted(me, 'a');
      await me.scoreOneself('a', 4, instant(150));
      await me.startAttempt('other', 'b', instant(160));
      expect(await me.outlines()).toEqual([
        {
          id: 'a',
          question: 'csrf-login',
          state: 'graded',
          startedAt: instant(0),
          submittedAt: instant(100),
          selfScore: 4,
          elapsedSeconds: 10,
          score: someGrade.score,
          band: someGrade.band,
        },
        expect.objectContaining({ id: 'b', state: 'drafting', score: null, band: null, submittedAt: null }),
      ]);
    });

    it('are deleted with their probes and overrules', async () => {
      const me = user();
      await fill(me);
      expect(await me.deleteAttempt('first')).toBe(true);
      expect(await me.deleteAttempt('first')).toBe(false);
      expect(await me.attempt('first')).toBeUndefined();
      expect(await me.probes('first')).toEqual([]);
      expect(await me.overrules('first')).toEqual([]);
      expect(await me.attempt('second')).toBeDefined();
    });

    it('are out of reach for other users, even under the same id', async () => {
      const [me, other] = [user(), user()];
      await submitted(me, 'a');
      expect(await other.attempt('a')).toBeUndefined();
      expect(await other.saveDraft('a', draft(1))).toBeUndefined();
      expect(await other.scoreOneself('a', 1, instant(9))).toBeUndefined();
      expect(await other.deleteAttempt('a')).toBe(false);
      await other.startAttempt('csrf-login', 'a', instant(9));
      await expect(other.addProbe(probe('b'))).rejects.toThrow();
      expect(await me.attempt('a')).toMatchObject({ state: 'submitted', answer: 'answer after 0' });
      expect(await storage().forUser('nobody').attempts({})).toEqual([]);
    });

    it('are found by what a hostile id says, and by nothing else', async () => {
      const me = user();
      await submitted(me, 'a');
      const hostile = "a' or '1'='1";
      expect(await me.attempt(hostile)).toBeUndefined();
      await me.startAttempt("q'); drop table attempts; --", hostile, instant(1));
      expect((await me.attempt(hostile))?.question).toBe("q'); drop table attempts; --");
      expect(await me.outlines()).toHaveLength(2);
    });
  });
}
