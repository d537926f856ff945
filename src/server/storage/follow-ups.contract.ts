import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { instant, probe, someGrade, submitted } from './records-for-tests.ts';
import type { Overrule } from './storage.ts';

const overrule = (more: Partial<Overrule> = {}): Overrule => ({
  attempt: 'a',
  kind: 'point',
  target: 'same-site',
  verdict: 'yes',
  quote: { text: 'SameSite', start: 4, end: 12 },
  reason: 'I did say this.',
  at: instant(1),
  ...more,
});

export function followUpContract({ user }: Fixture): void {
  describe('probes', () => {
    it('come in order, and one ordinal is asked once', async () => {
      const me = user();
      await submitted(me, 'a');
      const second = probe('a', { ordinal: 1, kind: 'twist', target: null });
      expect(await me.addProbe(second)).toEqual(second);
      await me.addProbe(probe('a'));
      expect(await me.addProbe(probe('a', { prompt: 'another' }))).toEqual(probe('a'));
      expect(await me.probes('a')).toEqual([probe('a'), second]);
    });

    it('keep drafts by the same rules as answers', async () => {
      const me = user();
      await submitted(me, 'a');
      await me.addProbe(probe('a'));
      const saved = await me.saveProbeDraft('a', 0, { answer: 'one', revision: 0 });
      expect(saved).toEqual({ conflict: false, value: probe('a', { answer: 'one', revision: 1 }) });
      expect(await me.saveProbeDraft('a', 0, { answer: 'two', revision: 0 })).toEqual({
        conflict: true,
        current: probe('a', { answer: 'one', revision: 1 }),
      });
      expect(await me.saveProbeDraft('a', 5, { answer: 'x', revision: 0 })).toBeUndefined();
    });

    it('take the first answer, and no draft after it', async () => {
      const me = user();
      await submitted(me, 'a');
      await me.addProbe(probe('a'));
      const answered = await me.answerProbe('a', 0, { answer: 'Lax', grade: someGrade, at: instant(5) });
      expect(answered).toMatchObject({
        answer: 'Lax',
        grade: someGrade,
        answeredAt: instant(5),
        revision: 1,
      });
      expect(await me.answerProbe('a', 0, { answer: 'no', grade: someGrade, at: instant(6) })).toEqual(
        answered,
      );
      expect(await me.saveProbeDraft('a', 0, { answer: 'x', revision: 1 })).toBeUndefined();
      expect(
        await me.answerProbe('a', 9, { answer: 'no', grade: someGrade, at: instant(6) }),
      ).toBeUndefined();
    });
  });

  describe('overrules', () => {
    it('replace an earlier one on the same target only', async () => {
      const me = user();
      await submitted(me, 'a');
      await me.putOverrule(overrule());
      await me.putOverrule(overrule({ kind: 'flag', at: instant(2) }));
      await me.putOverrule(overrule({ verdict: 'no', quote: null, at: instant(3) }));
      expect(await me.overrules('a')).toEqual([
        overrule({ kind: 'flag', at: instant(2) }),
        overrule({ verdict: 'no', quote: null, at: instant(3) }),
      ]);
    });

    it('are taken back one by one', async () => {
      const me = user();
      await submitted(me, 'a');
      await me.putOverrule(overrule());
      expect(await me.deleteOverrule('a', 'flag', 'same-site')).toBe(false);
      expect(await me.deleteOverrule('a', 'point', 'same-site')).toBe(true);
      expect(await me.overrules('a')).toEqual([]);
    });
  });
}
