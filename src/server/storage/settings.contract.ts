import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { instant, ownQuestion, submitted } from './records-for-tests.ts';
import { defaultSettings, type Settings } from './storage.ts';

export function settingsContract({ user }: Fixture): void {
  describe('settings', () => {
    it('are the defaults until put, and then what was put last', async () => {
      const me = user();
      expect(await me.settings()).toEqual(defaultSettings);
      const mine: Settings = { interviewDate: '2026-03-04', theme: 'dark', languages: ['go', 'c++', 'ü'] };
      await me.putSettings(mine);
      expect(await me.settings()).toEqual(mine);
      await me.putSettings(defaultSettings);
      expect(await me.settings()).toEqual(defaultSettings);
      expect(await user().settings()).toEqual(defaultSettings);
    });
  });

  describe('own questions', () => {
    it('are listed oldest first and replaced by slug', async () => {
      const me = user();
      await me.putOwnQuestion(ownQuestion('own-b', { createdAt: instant(2) }));
      await me.putOwnQuestion(ownQuestion('own-a', { createdAt: instant(1) }));
      await me.putOwnQuestion(
        ownQuestion('own-b', { title: 'Changed', minutes: 2.5, createdAt: instant(2) }),
      );
      expect((await me.ownQuestions()).map(({ slug }) => slug)).toEqual(['own-a', 'own-b']);
      expect(await me.ownQuestion('own-b')).toMatchObject({ title: 'Changed', minutes: 2.5 });
      expect(await user().ownQuestion('own-b')).toBeUndefined();
    });

    it('leave their attempts behind when they are deleted', async () => {
      const me = user();
      await me.putOwnQuestion(ownQuestion('own-a'));
      await submitted(me, 'a', 'own-a');
      expect(await me.deleteOwnQuestion('own-a')).toBe(true);
      expect(await me.deleteOwnQuestion('own-a')).toBe(false);
      expect((await me.attempt('a'))?.gradedQuestion).not.toBeNull();
    });
  });
}
