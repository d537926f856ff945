import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { Question } from '#core/content/question.ts';
import type { Grade, Quote } from '#core/grading/grade.ts';
import type { gradeSchema, quoteSchema, storedQuestionSchema } from './record-schemas.ts';
import { fill, someThreatModel } from './records-for-tests.ts';
import { openSqliteStorage } from './sqlite.ts';
import type { UserData } from './storage.ts';
import { readUserData } from './user-data.ts';

let sound: UserData;
beforeAll(async () => {
  const storage = await openSqliteStorage({ file: ':memory:' });
  await fill(storage.forUser('local'));
  sound = await storage.forUser('local').exportAll();
  await storage.close();
});

const refusal = (input: unknown) => {
  const reading = readUserData(input);
  if (reading.ok) throw new Error('it was accepted');
  return reading;
};

/** The sound document with one change made to its JSON. */
const changed = (change: (data: ReturnType<typeof loose>) => void) => {
  const data = loose();
  change(data);
  return data;
};
type Loose = Record<string, unknown>;
const loose = (): {
  version: unknown;
  settings: Loose;
  attempts: Loose[];
  probes: Loose[];
  ownQuestions: Loose[];
  threatModels: Loose[];
} => JSON.parse(JSON.stringify(sound));
/** The lists that version 3 brought. */
const models = ['threatModels', 'threatModelVersions'];
const first = (records: Loose[]): Loose => records[0] ?? {};

describe('reading an export', () => {
  it('accepts what was exported and hands it back unchanged', () => {
    expect(readUserData(loose())).toEqual({ ok: true, data: sound });
  });

  for (const input of [
    null,
    'text',
    7,
    [],
    {},
    { format: 'other', version: 1 },
    { format: 'hotseat-export' },
  ]) {
    it(`says that ${JSON.stringify(input)} is no export`, () => {
      expect(refusal(input)).toMatchObject({
        reason: 'not-an-export',
        message: expect.stringContaining('not a file'),
      });
    });
  }

  it('says what to do about a newer version', () => {
    const reading = refusal(changed((data) => Object.assign(data, { version: 6, more: 'things' })));
    expect(reading).toMatchObject({ reason: 'newer-version', problems: [] });
    expect(reading.message).toContain('version 6');
    expect(reading.message).toContain('Update Hotseat');
  });

  it('reads a document of version 1, which had no labs', () => {
    const older = { ...loose(), version: 1 };
    for (const key of ['labSessions', 'scenarioSessions', 'triageSessions', ...models])
      Reflect.deleteProperty(older, key);
    const rooms = { labSessions: [], scenarioSessions: [], triageSessions: [] };
    const empty = { ...rooms, threatModels: [], threatModelVersions: [] };
    expect(readUserData(older)).toMatchObject({ ok: true, data: { version: 5, ...empty } });
  });

  it('reads a document of version 2, which had no threat models', () => {
    const older = { ...loose(), version: 2 };
    for (const key of ['scenarioSessions', 'triageSessions', ...models]) Reflect.deleteProperty(older, key);
    const reading = readUserData(older);
    expect(reading).toMatchObject({ ok: true, data: { version: 5, threatModels: [] } });
    expect(reading.ok && reading.data.labSessions).toHaveLength(1);
  });

  it('reads a document of version 3, which had no design rounds', () => {
    const older = { ...loose(), version: 3 };
    for (const key of ['scenarioSessions', 'triageSessions']) Reflect.deleteProperty(older, key);
    const reading = readUserData(older);
    expect(reading).toMatchObject({ ok: true, data: { version: 5, scenarioSessions: [] } });
    expect(reading.ok && reading.data.threatModels).toHaveLength(1);
  });

  it('reads a document of version 4, which had no triage', () => {
    const older = { ...loose(), version: 4 };
    Reflect.deleteProperty(older, 'triageSessions');
    const reading = readUserData(older);
    expect(reading).toMatchObject({ ok: true, data: { version: 5, triageSessions: [] } });
    expect(reading.ok && reading.data.scenarioSessions).toHaveLength(1);
  });

  it('says where a threat model contradicts itself, and which version has no model', () => {
    const dangling = refusal(
      changed((data) =>
        Object.assign(first(data.threatModels), { document: { ...someThreatModel, elements: [] } }),
      ),
    );
    expect(dangling.problems).toContainEqual({
      where: 'threatModels[0].document.flows[0].from',
      message: 'There is no element "user".',
    });
    const orphan = refusal(changed((data) => Object.assign(data, { threatModels: [] })));
    expect(orphan.problems).toMatchObject([{ where: 'threatModelVersions[0].model' }]);
  });

  it.each<[string, (data: ReturnType<typeof loose>) => void, string]>([
    ['a missing list', (data) => Reflect.deleteProperty(data, 'probes'), 'probes'],
    ['an unknown key', (data) => Object.assign(first(data.attempts), { user_id: 'other' }), 'attempts[0]'],
    ['a wrong state', (data) => Object.assign(first(data.attempts), { state: 'done' }), 'attempts[0].state'],
    [
      'a date that does not sort',
      (data) => Object.assign(first(data.attempts), { startedAt: '2026-1-2' }),
      'attempts[0].startedAt',
    ],
    [
      'a date with a zone',
      (data) => Object.assign(first(data.attempts), { updatedAt: '2026-01-02T03:04:05.000+01:00' }),
      'attempts[0].updatedAt',
    ],
    [
      'a negative revision',
      (data) => Object.assign(first(data.attempts), { revision: -1 }),
      'attempts[0].revision',
    ],
    [
      'a fraction of a second',
      (data) => Object.assign(first(data.attempts), { elapsedSeconds: 1.5 }),
      'attempts[0].elapsedSeconds',
    ],
    [
      'a number too large for the column',
      (data) => Object.assign(first(data.attempts), { elapsedSeconds: 2 ** 31 }),
      'attempts[0].elapsedSeconds',
    ],
    [
      'a graded attempt without its self-score',
      (data) => Object.assign(first(data.attempts), { selfScore: null }),
      'attempts[0].selfScore',
    ],
    [
      'a grade without points',
      (data) => Object.assign(first(data.attempts), { grade: { score: 1 } }),
      'attempts[0].grade.band',
    ],
    [
      'a draft with a submission',
      (data) => Object.assign(first(data.attempts), { state: 'drafting' }),
      'attempts[0].submittedAt',
    ],
    [
      'a probe of no attempt',
      (data) => Object.assign(first(data.probes), { attempt: 'x' }),
      'probes[0].attempt',
    ],
    ['an attempt twice', (data) => data.attempts.push(first(data.attempts)), 'attempts[2]'],
    [
      'a slug that is a path',
      (data) => Object.assign(first(data.ownQuestions), { slug: 'own-../../x' }),
      'ownQuestions[0].slug',
    ],
    [
      'a day that does not exist',
      (data) => Object.assign(data.settings, { interviewDate: '2026-02-30' }),
      'settings.interviewDate',
    ],
  ])('names the place of %s', (_what, change, where) => {
    const reading = refusal(changed(change));
    expect(reading.reason).toBe('malformed');
    expect(reading.problems.map((problem) => problem.where)).toContain(where);
  });

  it('names no more than twenty problems', () => {
    const many = changed((data) => {
      data.attempts = Array.from({ length: 500 }, () => ({}));
    });
    expect(refusal(many).problems).toHaveLength(20);
  });

  it('takes no prototype from the document', () => {
    const text = JSON.stringify(loose()).replace('"theme":', '"__proto__":{"polluted":true},"theme":');
    readUserData(JSON.parse(text));
    expect(({} as Loose).polluted).toBeUndefined();
  });

  it('accepts every grade, quote and question that the program can produce', () => {
    expectTypeOf<Writable<Grade>>().toExtend<z.input<typeof gradeSchema>>();
    expectTypeOf<Writable<Quote>>().toExtend<z.input<typeof quoteSchema>>();
    expectTypeOf<Writable<Question>>().toExtend<z.input<typeof storedQuestionSchema>>();
  });
});

type Writable<T> = T extends readonly (infer U)[]
  ? Writable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Writable<T[K]> }
    : T;
