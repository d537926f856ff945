import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { draft, instant, someGrade, someQuestion, submission, submitted } from './records-for-tests.ts';

export function draftContract({ user }: Fixture): void {
  describe('drafts', () => {
    it('are saved with a revision that goes up by one', async () => {
      const me = user();
      await me.startAttempt('q', 'a', instant(0));
      for (const revision of [0, 1, 2]) {
        const saved = await me.saveDraft('a', draft(revision));
        const { at, ...content } = draft(revision);
        const value = { ...content, revision: revision + 1, updatedAt: at };
        expect(saved).toMatchObject({ conflict: false, value });
      }
    });

    it('refuse a writer with an older or a made-up revision, and show what is stored', async () => {
      const me = user();
      await me.startAttempt('q', 'a', instant(0));
      await me.saveDraft('a', draft(0, { answer: 'the first tab' }));
      for (const revision of [0, 2, -1]) {
        const refused = await me.saveDraft('a', draft(revision, { answer: 'the second tab' }));
        expect(refused).toMatchObject({ conflict: true, current: { answer: 'the first tab', revision: 1 } });
        expect(await me.submit('a', submission(revision))).toMatchObject({ conflict: true });
      }
      expect(await me.attempt('a')).toMatchObject({ answer: 'the first tab', state: 'drafting' });
    });

    it('let exactly one of many simultaneous writers through', async () => {
      const me = user();
      await me.startAttempt('q', 'a', instant(0));
      const writers = Array.from({ length: 20 }, (_, writer) =>
        me.saveDraft('a', draft(0, { answer: `${writer}` })),
      );
      const results = await Promise.all(writers);
      const through = results.flatMap((result) => (result?.conflict === false ? [result.value.answer] : []));
      expect(through).toHaveLength(1);
      expect(await me.attempt('a')).toMatchObject({ answer: through[0], revision: 1 });
    });

    it('hold any text exactly: NUL, lone surrogates, control characters, emoji, two million characters', async () => {
      const me = user();
      await me.startAttempt('q', 'a', instant(0));
      const texts = [
        '\0',
        '\ud800 and \udfff',
        '\u001a0000\u001a',
        '👩🏽‍💻 e\u0301 \u202e',
        "'; --",
        'x'.repeat(2_000_000),
      ];
      for (const [revision, text] of texts.entries()) {
        await me.saveDraft('a', draft(revision, { answer: text, notes: text }));
        const stored = await me.attempt('a');
        expect(stored?.answer === text && stored.notes === text).toBe(true);
      }
    });

    it('are unknown for an attempt that is not there', async () => {
      const me = user();
      expect(await me.saveDraft('none', draft(0))).toBeUndefined();
      expect(await me.submit('none', submission(0))).toBeUndefined();
      expect(await me.scoreOneself('none', 1, instant(0))).toBeUndefined();
    });

    it('are closed by the submission, which keeps answer, grade and question', async () => {
      const me = user();
      await me.startAttempt('q', 'a', instant(0));
      const result = await me.submit('a', submission(0));
      const expected = {
        state: 'submitted',
        answer: 'answer after 0',
        revision: 1,
        submittedAt: instant(100),
        updatedAt: instant(100),
        selfScore: null,
        grade: someGrade,
        gradedQuestion: someQuestion,
      };
      expect(result).toMatchObject({ conflict: false, value: expected });
      expect(await me.attempt('a')).toMatchObject(expected);
      expect(await me.saveDraft('a', draft(1))).toBeUndefined();
      expect(await me.submit('a', submission(1))).toBeUndefined();
    });

    it('take a grade that comes only with the self-score, once', async () => {
      const [me, other] = [user(), user()];
      await submitted(me, 'a');
      await other.importAll(await me.exportAll(), 'replace');
      const graded = { grade: someGrade, gradedQuestion: someQuestion };
      expect(await other.attempt('a')).toMatchObject({ state: 'submitted', grade: null });
      const scored = await other.scoreOneself('a', 3, instant(150), graded);
      expect(scored).toMatchObject({ state: 'graded', selfScore: 3, ...graded });
      expect(await other.outlines()).toMatchObject([{ score: someGrade.score, band: someGrade.band }]);
      const again = { ...graded, grade: { ...someGrade, score: 0 } };
      expect(await other.scoreOneself('a', 1, instant(160), again)).toEqual(scored);
    });

    it('must be submitted before a self-score, of which the first stands', async () => {
      const me = user();
      await me.startAttempt('q', 'a', instant(0));
      expect(await me.scoreOneself('a', 2, instant(1))).toBeUndefined();
      await me.submit('a', submission(0));
      expect(await me.scoreOneself('a', 2, instant(150))).toMatchObject({ state: 'graded', selfScore: 2 });
      expect(await me.scoreOneself('a', 4, instant(160))).toMatchObject({
        selfScore: 2,
        updatedAt: instant(150),
      });
    });
  });
}
