import { describe, expect, it } from 'vitest';
import { ownPack } from '#core/content/pack.ts';
import type { Fixture } from './fixture.contract.ts';
import {
  draft,
  fill,
  instant,
  ownQuestion,
  probe,
  someGrade,
  someQuestion,
  submission,
  submitted,
} from './records-for-tests.ts';
import { defaultSettings, type UserData } from './storage.ts';
import { readUserData } from './user-data.ts';

const graded = { grade: someGrade, gradedQuestion: someQuestion };
const empty: UserData = {
  format: 'hotseat-export',
  version: 5,
  settings: defaultSettings,
  attempts: [],
  probes: [],
  overrules: [],
  ownQuestions: [],
  labSessions: [],
  scenarioSessions: [],
  triageSessions: [],
  threatModels: [],
  threatModelVersions: [],
};

export function transferContract(fixture: Fixture): void {
  exportContract(fixture);
  mergeContract(fixture);
  previewContract(fixture);
  deletionContract(fixture);
}

function exportContract({ user }: Fixture): void {
  describe('export and import', () => {
    it('of nobody is empty', async () => {
      expect(await user().exportAll()).toEqual(empty);
    });

    it('carry everything to another user, through JSON and the validation of imports', async () => {
      const [me, other] = [user(), user()];
      await fill(me);
      const exported = await me.exportAll();
      const reading = readUserData(JSON.parse(JSON.stringify(exported)));
      if (!reading.ok) throw new Error(reading.message);
      for (const mode of ['replace', 'merge', 'replace'] as const) {
        await other.importAll(reading.data, mode);
        expect(await other.exportAll()).toEqual(exported);
      }
      expect(await other.outlines()).toEqual(await me.outlines());
      expect(exported).toMatchObject({ attempts: [{ id: 'first' }, { id: 'second' }], probes: [{}, {}] });
    });

    it('leave out the grade and the question of an answer that nobody has scored yet, and keep the answer', async () => {
      const [me, other] = [user(), user()];
      await submitted(me, 'a');
      await me.startAttempt('own-why', 'b', instant(1));
      const own = { ...someQuestion, slug: 'own-why', pack: ownPack, debrief: 'My own model answer.' };
      await me.submit('b', submission(0, { gradedQuestion: own }));
      const exported = await me.exportAll();
      expect(exported.attempts).toMatchObject([
        {
          state: 'submitted',
          answer: 'answer after 0',
          submittedAt: instant(100),
          grade: null,
          gradedQuestion: null,
        },
        { state: 'submitted', answer: 'answer after 0', grade: null, gradedQuestion: own },
      ]);
      await other.importAll(exported, 'merge');
      expect(await other.exportAll()).toEqual(exported);
      await me.importAll(exported, 'merge');
      expect(await me.attempt('a')).toMatchObject({ grade: someGrade, gradedQuestion: someQuestion });
    });

    it('take in the grade that an older export still holds', async () => {
      const [me, other] = [user(), user()];
      await submitted(me, 'a');
      const { attempts, ...rest } = await me.exportAll();
      const older = { ...rest, attempts: attempts.map((each) => ({ ...each, ...graded })) };
      const reading = readUserData(JSON.parse(JSON.stringify(older)));
      if (!reading.ok) throw new Error(reading.message);
      await other.importAll(reading.data, 'replace');
      expect(await other.scoreOneself('a', 2, instant(150))).toMatchObject({ state: 'graded', ...graded });
    });

    it('replace what was there, and nothing of other users', async () => {
      const [me, other] = [user(), user()];
      await fill(me);
      await fill(other);
      const others = await other.exportAll();
      await me.importAll(empty, 'replace');
      expect(await me.exportAll()).toEqual(empty);
      expect(await other.exportAll()).toEqual(others);
    });

    it('carry more records than one statement can', async () => {
      const [me, other] = [user(), user()];
      await fill(me);
      const one = await me.exportAll();
      const attempts = Array.from({ length: 1_234 }, (_, index) =>
        one.attempts.map((each) => ({
          ...each,
          id: `${String(index).padStart(4, '0')}-${each.id}`,
          startedAt: instant(index),
        })),
      ).flat();
      const probes = attempts.map(({ id }) => probe(id));
      const many: UserData = { ...one, attempts, probes, overrules: [] };
      await me.importAll(many, 'replace');
      await other.importAll(many, 'merge');
      expect(await me.exportAll()).toEqual(many);
      expect(await other.exportAll()).toEqual(many);
    }, 60_000);

    it('refuse a document that does not hold together, and change nothing', async () => {
      const me = user();
      await fill(me);
      const before = await me.exportAll();
      const orphan: UserData = { ...before, attempts: before.attempts.slice(1) };
      const twice: UserData = { ...before, attempts: [...before.attempts, ...before.attempts] };
      for (const mode of ['replace', 'merge'] as const) {
        await expect(me.importAll(orphan, mode)).rejects.toThrow('no attempt has the id first');
        await expect(me.importAll(twice, mode)).rejects.toThrow('is there twice');
      }
      expect(await me.exportAll()).toEqual(before);
    });
  });
}

function mergeContract({ user }: Fixture): void {
  describe('merging', () => {
    it('adds what is missing and keeps settings that were put', async () => {
      const [me, other] = [user(), user()];
      await fill(other);
      await me.startAttempt('other-question', 'mine', instant(1));
      await me.putSettings({ ...defaultSettings, theme: 'light' });
      await me.importAll(await other.exportAll(), 'merge');
      expect((await me.outlines()).map(({ id }) => id)).toEqual(['first', 'mine', 'second']);
      expect(await me.settings()).toEqual({ ...defaultSettings, theme: 'light' });
    });

    it('keeps of two drafts the one written last, under a revision that no open editor holds', async () => {
      const [me, other] = [user(), user()];
      for (const each of [me, other]) await each.startAttempt('q', 'a', instant(0));
      await me.saveDraft('a', draft(0, { answer: 'older', at: instant(10) }));
      await other.saveDraft('a', draft(0, { answer: 'newer', at: instant(20) }));
      const older = await me.exportAll();
      await me.importAll(await other.exportAll(), 'merge');
      expect(await me.attempt('a')).toMatchObject({ answer: 'newer', revision: 2 });
      expect(await me.saveDraft('a', draft(1))).toMatchObject({ conflict: true });
      await other.importAll(older, 'merge');
      expect(await other.attempt('a')).toMatchObject({ answer: 'newer', revision: 1 });
    });

    it('never turns a submitted answer back into a draft', async () => {
      const [me, other] = [user(), user()];
      for (const each of [me, other]) await each.startAttempt('q', 'a', instant(0));
      await me.submit('a', submission(0, { at: instant(10) }));
      await other.saveDraft('a', draft(0, { answer: 'a later draft', at: instant(99) }));
      const submittedData = await me.exportAll();
      await me.importAll(await other.exportAll(), 'merge');
      expect(await me.attempt('a')).toMatchObject({ state: 'submitted', answer: 'answer after 0' });
      await other.importAll(submittedData, 'merge');
      expect(await other.attempt('a')).toMatchObject({ state: 'submitted', answer: 'answer after 0' });
    });

    it('keeps both drafts when two machines began the same question', async () => {
      const [me, other] = [user(), user()];
      await me.startAttempt('q', 'a', instant(0));
      await other.startAttempt('q', 'b', instant(1));
      await me.importAll(await other.exportAll(), 'merge');
      expect(await me.outlines()).toHaveLength(2);
      expect(await me.startAttempt('q', 'c', instant(2))).toMatchObject({ id: 'b' });
    });

    it('brings answers to probes along, and takes none away', async () => {
      const [me, other] = [user(), user()];
      for (const each of [me, other]) {
        await submitted(each, 'a');
        await each.addProbe(probe('a'));
        await each.addProbe(probe('a', { ordinal: 1 }));
      }
      await me.answerProbe('a', 1, { answer: 'mine', grade: someGrade, at: instant(5) });
      await other.answerProbe('a', 0, { answer: 'theirs', grade: someGrade, at: instant(6) });
      await me.importAll(await other.exportAll(), 'merge');
      expect(await me.probes('a')).toMatchObject([{ answer: 'theirs' }, { answer: 'mine' }]);
    });

    it('leaves probes out that belong to another submission of the same attempt', async () => {
      const [me, other] = [user(), user()];
      for (const each of [me, other]) await each.startAttempt('q', 'a', instant(0));
      await me.submit('a', submission(0, { at: instant(10) }));
      await other.submit('a', submission(0, { at: instant(20) }));
      for (const each of [me, other])
        await each.addProbe(probe('a', { prompt: each === me ? 'mine' : 'theirs' }));
      const mine = await me.exportAll();
      await me.importAll(await other.exportAll(), 'merge');
      await other.importAll(mine, 'merge');
      for (const each of [me, other]) expect(await each.probes('a')).toMatchObject([{ prompt: 'theirs' }]);
    });

    it('keeps the newer of two overrules and of two own questions', async () => {
      const [me, other] = [user(), user()];
      const target = { attempt: 'a', kind: 'point', target: 'p', verdict: 'yes', quote: null } as const;
      for (const [each, time] of [
        [me, 5],
        [other, 6],
      ] as const) {
        await submitted(each, 'a');
        await each.putOverrule({ ...target, reason: `at ${time}`, at: instant(time) });
        await each.putOwnQuestion(ownQuestion('own-a', { title: `at ${time}`, updatedAt: instant(time) }));
      }
      const mine = await me.exportAll();
      await me.importAll(await other.exportAll(), 'merge');
      await other.importAll(mine, 'merge');
      for (const each of [me, other]) {
        expect(await each.overrules('a')).toMatchObject([{ reason: 'at 6' }]);
        expect(await each.ownQuestions()).toMatchObject([{ title: 'at 6' }]);
      }
    });
  });
}

function previewContract({ user }: Fixture): void {
  describe('the preview of an import', () => {
    it('counts what either way would do, and does nothing', async () => {
      const [me, other] = [user(), user()];
      await fill(other);
      await other.startAttempt('q', 'a', instant(0));
      await other.saveDraft('a', draft(0, { at: instant(10) }));
      await me.startAttempt('q', 'a', instant(0));
      const before = await me.exportAll();
      const data = await other.exportAll();
      const holds = {
        attempts: 3,
        ownQuestions: 1,
        labSessions: 1,
        scenarioSessions: 1,
        triageSessions: 1,
        threatModels: 1,
      };
      expect(await me.previewImport(data)).toEqual({
        holds,
        merge: {
          attempts: { added: 2, updated: 1 },
          ownQuestions: { added: 1, updated: 0 },
          labSessions: { added: 1, updated: 0 },
          scenarioSessions: { added: 1, updated: 0 },
          triageSessions: { added: 1, updated: 0 },
          threatModels: { added: 1, updated: 0 },
          settings: true,
        },
        replace: {
          removes: {
            attempts: 1,
            ownQuestions: 0,
            labSessions: 0,
            scenarioSessions: 0,
            triageSessions: 0,
            threatModels: 0,
          },
        },
      });
      expect(await me.exportAll()).toEqual(before);
      const none = { added: 0, updated: 0 };
      await me.importAll(data, 'merge');
      expect(await me.previewImport(data)).toEqual({
        holds,
        merge: {
          ...{
            attempts: none,
            ownQuestions: none,
            labSessions: none,
            scenarioSessions: none,
            triageSessions: none,
            threatModels: none,
          },
          settings: false,
        },
        replace: { removes: holds },
      });
    });

    it('refuses what the import refuses', async () => {
      const me = user();
      await fill(me);
      const orphan = { ...(await me.exportAll()), attempts: [] };
      await expect(me.previewImport(orphan)).rejects.toThrow('no attempt has the id first');
    });
  });
}

function deletionContract({ user }: Fixture): void {
  describe('deletion of everything', () => {
    it('leaves nothing of the user, everything of others, and a storage that works', async () => {
      const [me, other] = [user(), user()];
      await fill(me);
      await fill(other);
      const others = await other.exportAll();
      await me.deleteAll();
      expect(await me.exportAll()).toEqual(empty);
      expect(await other.exportAll()).toEqual(others);
      await fill(me);
      expect(await me.exportAll()).toEqual(others);
    });

    it('works beside writers', async () => {
      const [me, other] = [user(), user()];
      await other.startAttempt('q', 'a', instant(0));
      const writes = Array.from({ length: 10 }, (_, n) => other.startAttempt(`q${n}`, `a${n}`, instant(n)));
      await Promise.all([me.deleteAll(), ...writes, me.deleteAll()]);
      expect(await other.outlines()).toHaveLength(11);
    });
  });
}
