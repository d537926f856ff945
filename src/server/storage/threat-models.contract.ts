import { describe, expect, it } from 'vitest';
import type { Fixture } from './fixture.contract.ts';
import { instant, someThreatModel } from './records-for-tests.ts';

const renamed = { ...someThreatModel, title: 'Renamed' };

export function threatModelContract({ user }: Fixture): void {
  describe('threat models', () => {
    it('are kept as they were created and listed without their documents, the last changed first', async () => {
      const me = user();
      const first = await me.createThreatModel({ id: 'a', document: someThreatModel, at: instant(0) });
      expect(first).toEqual({
        id: 'a',
        document: someThreatModel,
        revision: 0,
        createdAt: instant(0),
        updatedAt: instant(0),
      });
      await me.createThreatModel({ id: 'b', document: renamed, at: instant(1) });
      await me.saveThreatModel('a', { document: someThreatModel, revision: 0, at: instant(2) });
      const counts = { elements: 2, flows: 1, boundaries: 1, threats: 1, mitigations: 1 };
      expect(await me.threatModels()).toEqual([
        { ...{ id: 'a', title: 'Mine', revision: 1, createdAt: instant(0), updatedAt: instant(2) }, counts },
        {
          ...{ id: 'b', title: 'Renamed', revision: 0, createdAt: instant(1), updatedAt: instant(1) },
          counts,
        },
      ]);
      expect(await me.threatModel('b')).toMatchObject({ document: renamed });
      expect(await user().threatModel('a')).toBeUndefined();
    });

    it('refuse a writer who did not see what was written last, and say what that is', async () => {
      const me = user();
      await me.createThreatModel({ id: 'a', document: someThreatModel, at: instant(0) });
      const saved = await me.saveThreatModel('a', { document: renamed, revision: 0, at: instant(1) });
      expect(saved).toMatchObject({ conflict: false, value: { revision: 1, document: renamed } });
      const late = { document: someThreatModel, revision: 0, at: instant(2) };
      expect(await me.saveThreatModel('a', late)).toMatchObject({
        conflict: true,
        current: { revision: 1, document: renamed, updatedAt: instant(1) },
      });
      const both = await Promise.all([
        me.saveThreatModel('a', { ...late, revision: 1 }),
        me.saveThreatModel('a', { ...late, revision: 1 }),
      ]);
      expect(both.map((each) => each?.conflict).sort()).toEqual([false, true]);
      expect(await me.saveThreatModel('none', late)).toBeUndefined();
    });

    it('are renamed whatever else is written, and an open editor learns of it', async () => {
      const me = user();
      await me.createThreatModel({ id: 'a', document: someThreatModel, at: instant(0) });
      expect(await me.renameThreatModel('a', 'Renamed', instant(1))).toMatchObject({
        revision: 1,
        document: renamed,
      });
      expect(await me.threatModels()).toMatchObject([{ title: 'Renamed', updatedAt: instant(1) }]);
      const stale = { document: someThreatModel, revision: 0, at: instant(2) };
      expect(await me.saveThreatModel('a', stale)).toMatchObject({ conflict: true });
      expect(await me.renameThreatModel('none', 'Renamed', instant(1))).toBeUndefined();
    });

    it('have versions that stay as they were when the model changes', async () => {
      const me = user();
      await me.createThreatModel({ id: 'a', document: someThreatModel, at: instant(0) });
      const version = { model: 'a', id: 'v1', name: 'First draft', at: instant(1) };
      expect(await me.saveThreatModelVersion(version)).toMatchObject({ name: 'First draft' });
      await me.saveThreatModel('a', { document: renamed, revision: 0, at: instant(2) });
      await me.saveThreatModelVersion({ ...version, id: 'v2', name: 'Second', at: instant(3) });
      expect(await me.threatModelVersions('a')).toMatchObject([
        { id: 'v2', name: 'Second', savedAt: instant(3), counts: { elements: 2 } },
        { id: 'v1', name: 'First draft', savedAt: instant(1) },
      ]);
      expect(await me.threatModelVersion('a', 'v1')).toEqual({
        ...{ model: 'a', id: 'v1', name: 'First draft', savedAt: instant(1) },
        document: someThreatModel,
      });
      expect(await me.threatModelVersion('b', 'v1')).toBeUndefined();
      expect(await me.saveThreatModelVersion({ ...version, model: 'none' })).toBeUndefined();
      expect(await me.deleteThreatModelVersion('a', 'v1')).toBe(true);
      expect(await me.deleteThreatModelVersion('a', 'v1')).toBe(false);
    });

    it('are gone with their versions when deleted', async () => {
      const me = user();
      await me.createThreatModel({ id: 'a', document: someThreatModel, at: instant(0) });
      await me.saveThreatModelVersion({ model: 'a', id: 'v', name: 'One', at: instant(1) });
      expect(await me.deleteThreatModel('a')).toBe(true);
      expect(await me.deleteThreatModel('a')).toBe(false);
      expect(await me.threatModels()).toEqual([]);
      expect(await me.threatModelVersions('a')).toEqual([]);
      expect(await me.exportAll()).toMatchObject({ threatModels: [], threatModelVersions: [] });
    });

    it('bring versions of both machines together in a merge', async () => {
      const [me, other] = [user(), user()];
      for (const each of [me, other])
        await each.createThreatModel({ id: 'a', document: someThreatModel, at: instant(0) });
      await me.saveThreatModelVersion({ model: 'a', id: 'mine', name: 'Mine', at: instant(1) });
      await other.saveThreatModelVersion({ model: 'a', id: 'theirs', name: 'Theirs', at: instant(2) });
      await other.saveThreatModel('a', { document: renamed, revision: 0, at: instant(3) });
      await me.importAll(await other.exportAll(), 'merge');
      expect(await me.threatModel('a')).toMatchObject({ document: renamed, revision: 2 });
      expect((await me.threatModelVersions('a')).map(({ id }) => id)).toEqual(['theirs', 'mine']);
    });
  });
}
