import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutHiddenGrade } from './export-data.ts';
import type { Fixture } from './fixture.contract.ts';
import { draft, instant } from './records-for-tests.ts';
import type { UserData, UserStorage } from './storage.ts';
import { readUserData } from './user-data.ts';
import { anyInstant, anyText, anyUserData } from './user-data-arbitrary.contract.ts';

/** As many as a slow machine bears; a failure prints the seed that repeats it. */
const runs = { numRuns: 60 };
const patience = 60_000;

export function propertyContract(fixture: Fixture): void {
  describe('for any input', () => {
    draftProperty(fixture);
    transferProperties(fixture);
    orderProperty(fixture);
  });
}

/** A tab in which somebody types: it knows a revision and what it believes to be stored. */
type Tab = { revision: number };
const step = fc.record({
  tab: fc.nat({ max: 3 }),
  text: anyText,
  reload: fc.boolean(),
  together: fc.boolean(),
});
type Step = { tab: number; text: string; reload: boolean; together: boolean };

function draftProperty({ user }: Fixture): void {
  it(
    'no accepted draft is overwritten by a tab that had not seen it',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
          const me = user();
          await me.startAttempt('q', 'a', instant(0));
          const tabs: Tab[] = [0, 1, 2, 3].map(() => ({ revision: 0 }));
          const accepted: string[] = [''];
          for (const batch of batches(steps))
            await Promise.all(batch.map((each) => type(me, tabs, accepted, each)));
          const stored = await me.attempt('a');
          expect(stored?.revision).toBe(accepted.length - 1);
          expect(stored?.answer).toBe(accepted.at(-1));
        }),
        runs,
      );
    },
    patience,
  );
}

/** Steps marked `together` run at the same time as the one before. */
function batches(steps: readonly Step[]): readonly Step[][] {
  const groups: Step[][] = [];
  for (const each of steps) {
    const last = groups.at(-1);
    if (each.together && last && !last.some(({ tab }) => tab === each.tab)) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

async function type(
  me: UserStorage,
  tabs: Tab[],
  accepted: string[],
  { tab, text, reload }: Step,
): Promise<void> {
  const mine = tabs[tab];
  if (!mine) return;
  const result = await me.saveDraft('a', draft(mine.revision, { answer: text }));
  if (result?.conflict === false) {
    // Each revision is given out once: a second writer of the same one would find its place taken.
    expect(accepted[mine.revision + 1]).toBeUndefined();
    expect(result.value).toMatchObject({ answer: text, revision: mine.revision + 1 });
    accepted[mine.revision + 1] = text;
    mine.revision += 1;
  } else if (reload && result?.conflict) mine.revision = result.current.revision;
}

function transferProperties({ user }: Fixture): void {
  it(
    'what is imported is what is exported, to the last UTF-16 unit, but for grades that are still hidden',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyUserData,
          fc.constantFrom('replace' as const, 'merge' as const),
          async (data, mode) => {
            const me = user();
            const reading = readUserData(JSON.parse(JSON.stringify(data)));
            if (!reading.ok) throw new Error(JSON.stringify(reading));
            await me.importAll(reading.data, mode);
            const shown = { ...data, attempts: data.attempts.map(withoutHiddenGrade) };
            expect(unordered(await me.exportAll())).toEqual(unordered(shown));
          },
        ),
        runs,
      );
    },
    patience,
  );

  it(
    'a merge adds what its preview says, loses no record of either side, and done twice is done once',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyUserData, anyUserData, async (ours, theirs) => {
          const me = user();
          await me.importAll(ours, 'replace');
          const { merge } = await me.previewImport(theirs);
          await me.importAll(theirs, 'merge');
          const once = await me.exportAll();
          expect(once.attempts).toHaveLength(ours.attempts.length + merge.attempts.added);
          expect(once.ownQuestions).toHaveLength(ours.ownQuestions.length + merge.ownQuestions.added);
          await me.importAll(theirs, 'merge');
          expect(await me.exportAll()).toEqual(once);
          const ids = new Set([...ours.attempts, ...theirs.attempts].map(({ id }) => id));
          expect(new Set(once.attempts.map(({ id }) => id))).toEqual(ids);
        }),
        runs,
      );
    },
    patience,
  );
}

const keyed = <T>(records: readonly T[], keyOf: (record: T) => unknown) =>
  new Map(records.map((record) => [JSON.stringify(keyOf(record)), record]));

const unordered = (data: UserData) => ({
  settings: data.settings,
  attempts: keyed(data.attempts, ({ id }) => id),
  probes: keyed(data.probes, ({ attempt, ordinal }) => [attempt, ordinal]),
  overrules: keyed(data.overrules, ({ attempt, kind, target }) => [attempt, kind, target]),
  ownQuestions: keyed(data.ownQuestions, ({ slug }) => slug),
  threatModels: keyed(data.threatModels, ({ id }) => id),
  threatModelVersions: keyed(data.threatModelVersions, ({ model, id }) => [model, id]),
});

function orderProperty({ user }: Fixture): void {
  it(
    'attempts are listed by the instant they began',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(anyInstant, { maxLength: 12 }), async (instants) => {
          const me = user();
          for (const [index, at] of instants.entries()) await me.startAttempt(`q${index}`, `a${index}`, at);
          const inTime = instants.toSorted((a, b) => Date.parse(a) - Date.parse(b));
          expect((await me.outlines()).map(({ startedAt }) => startedAt)).toEqual(inTime);
          expect((await me.attempts({})).map(({ startedAt }) => startedAt)).toEqual(inTime.toReversed());
        }),
        runs,
      );
    },
    patience,
  );
}
