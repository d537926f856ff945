import { beforeEach, describe, expect, it } from 'vitest';
import { clientOf, gradedAttempt, testServer } from '../fixtures-for-tests.ts';
import { probeView } from './schemas/result.ts';

let api: ReturnType<typeof clientOf>;
beforeEach(async () => {
  const server = await testServer();
  api = clientOf(server);
  return server.close;
});

type Param = { id: string };
const ask = async (param: Param) => {
  const response = await api.attempts[':id'].probes.$post({ param, json: {} });
  return response.status === 204 ? null : probeView.parse(await response.json());
};
const reply = async (param: Param, ordinal: number, answer: string) =>
  probeView.parse(
    await (
      await api.attempts[':id'].probes[':ordinal'].answer.$post({
        param: { ...param, ordinal: `${ordinal}` },
        json: { answer },
      })
    ).json(),
  );
const resultOf = async (param: Param) => {
  const view = await (await api.attempts[':id'].$get({ param })).json();
  if (!('result' in view) || !view.result) throw new Error('no result');
  return view.result;
};

describe('probes', () => {
  it('asks one at a time and gives the open one back until it is answered', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    const first = await ask(param);
    expect(first).toMatchObject({ ordinal: 0, kind: 'point', target: 'second', answer: '', grade: null });
    expect(await ask(param)).toEqual(first);
    await reply(param, 0, 'no idea');
    expect(await ask(param)).toMatchObject({ ordinal: 1, target: 'third' });
  });

  it('keeps points made after a probe apart from those made without', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    await ask(param);
    expect(await reply(param, 0, 'now made:second')).toMatchObject({
      grade: { met: 'yes', quotes: [{ text: 'made:second', start: 4, end: 15 }] },
    });
    const result = await resultOf(param);
    expect(result).toMatchObject({ unprompted: { met: 1, of: 3 }, prompted: { met: 1, of: 3 } });
    expect(result.points.map(({ id, met, prompted }) => [id, met, prompted])).toEqual([
      ['first', 'yes', false],
      ['second', 'no', true],
      ['third', 'no', false],
    ]);
    expect(result.score).toBeCloseTo(1 / 3);
  });

  it('ends with the twist once the answer is strong, prompted points included', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    await ask(param);
    await reply(param, 0, 'made:second');
    await ask(param);
    await reply(param, 1, 'nothing');
    expect(await ask(param)).toMatchObject({
      ordinal: 2,
      kind: 'twist',
      target: null,
      prompt: 'SECRET twist?',
    });
    expect(await reply(param, 2, 'like the reference')).toMatchObject({
      grade: { met: 'yes', score: 0.8, quotes: [{ start: 0, end: 18 }] },
    });
    expect(await ask(param)).toBeNull();
    expect((await resultOf(param)).nextProbe).toBe('none');
  });

  it('has no twist for a weak answer', async () => {
    const { param } = await gradedAttempt(api, 'nothing');
    for (const ordinal of [0, 1, 2]) {
      await ask(param);
      await reply(param, ordinal, 'no');
    }
    expect(await ask(param)).toBeNull();
  });

  it('asks for the reasons of a misconception first, and sees whether it is taken back', async () => {
    const { param } = await gradedAttempt(api, 'made:first wrong:wrong-idea');
    expect(await ask(param)).toMatchObject({
      kind: 'misconception',
      target: 'wrong-idea',
      prompt: expect.stringContaining('wrong:wrong-idea'),
    });
    expect(await reply(param, 0, 'wrong:wrong-idea, really')).toMatchObject({
      grade: { met: 'no', quotes: [{ start: 0, end: 16 }] },
    });

    const other = await gradedAttempt(api, 'made:first wrong:wrong-idea');
    await ask(other.param);
    expect(await reply(other.param, 0, 'no: made:second')).toMatchObject({ grade: { met: 'yes' } });

    const third = await gradedAttempt(api, 'made:first wrong:wrong-idea');
    await ask(third.param);
    expect(await reply(third.param, 0, 'like the reference')).toMatchObject({ grade: { met: 'yes' } });
  });

  it('saves the draft of a reply and refuses an older one', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    await ask(param);
    const draft = (answer: string, revision: number) =>
      api.attempts[':id'].probes[':ordinal'].draft.$put({
        param: { ...param, ordinal: '0' },
        json: { answer, revision },
      });
    expect(await (await draft('mine', 0)).json()).toEqual({ revision: 1 });
    const conflict = await draft('other', 0);
    expect(conflict.status).toBe(409);
    expect(await conflict.json()).toMatchObject({ current: { answer: 'mine', revision: 1 } });
    await reply(param, 0, 'final');
    expect((await draft('late', 2)).status).toBe(409);
    expect(await reply(param, 0, 'second try')).toMatchObject({ answer: 'final' });
  });

  it('asks nothing before the grade is shown', async () => {
    await api.attempts.$post({ json: { question: 'csrf' } });
    const response = await api.attempts[':id'].probes.$post({ param: { id: 'attempt-1' }, json: {} });
    expect(response.status).toBe(409);
  });

  it('does not know a probe that was never asked', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    const unknown = { ...param, ordinal: '7' };
    expect(
      (await api.attempts[':id'].probes[':ordinal'].answer.$post({ param: unknown, json: { answer: '' } }))
        .status,
    ).toBe(404);
    expect(
      (
        await api.attempts[':id'].probes[':ordinal'].draft.$put({
          param: unknown,
          json: { answer: '', revision: 0 },
        })
      ).status,
    ).toBe(404);
  });
});
