import { beforeEach, describe, expect, it } from 'vitest';
import { clientOf, gradedAttempt, testServer } from '../fixtures-for-tests.ts';

let api: ReturnType<typeof clientOf>;
beforeEach(async () => {
  const server = await testServer();
  api = clientOf(server);
  return server.close;
});

type Kind = 'point' | 'misconception' | 'flag';
type Word = {
  verdict: 'yes' | 'no' | 'unsure';
  quote: { start: number; end: number } | null;
  reason?: string;
};
const overrule = (param: { id: string }, kind: Kind, target: string, json: Word) =>
  api.attempts[':id'].overrules[':kind'][':target'].$put({ param: { ...param, kind, target }, json });

describe('overrules', () => {
  it('credits a point with the words that the candidate marks, and shows both scores', async () => {
    const { param } = await gradedAttempt(api, 'I did say the second thing. made:first');
    const response = await overrule(param, 'point', 'second', {
      verdict: 'yes',
      quote: { start: 2, end: 26 },
      reason: 'Plain words.',
    });
    const view = await response.json();
    expect(view).toMatchObject({
      result: {
        score: 1 / 3,
        band: 'no',
        scoreAfterOverrules: 2 / 3,
        bandAfterOverrules: 'yes',
        unprompted: { met: 2 },
      },
    });
    const point = 'result' in view ? view.result?.points[1] : undefined;
    expect(point).toMatchObject({
      met: 'no',
      overrule: {
        verdict: 'yes',
        quote: { text: 'did say the second thing', start: 2, end: 26 },
        reason: 'Plain words.',
      },
    });
  });

  it('takes an overrule back', async () => {
    const { param } = await gradedAttempt(api, 'made:first and words');
    await overrule(param, 'point', 'second', { verdict: 'yes', quote: { start: 0, end: 4 } });
    const target = { ...param, kind: 'point', target: 'second' } as const;
    const view = await (
      await api.attempts[':id'].overrules[':kind'][':target'].$delete({ param: target })
    ).json();
    expect(view).toMatchObject({ result: { scoreAfterOverrules: 1 / 3 } });
    expect((await api.attempts[':id'].overrules[':kind'][':target'].$delete({ param: target })).status).toBe(
      404,
    );
  });

  it('lets the candidate deny a misconception and a flag, and asks no more about them', async () => {
    const { param } = await gradedAttempt(
      api,
      'made:first made:second made:third wrong:wrong-idea blinking lights',
    );
    await overrule(param, 'misconception', 'wrong-idea', {
      verdict: 'no',
      quote: null,
      reason: 'I quoted somebody.',
    });
    const view = await (
      await overrule(param, 'flag', 'security-theater', { verdict: 'no', quote: null })
    ).json();
    expect(view).toMatchObject({
      result: {
        misconceptions: [{ overrule: { verdict: 'no' } }],
        flags: [{ title: 'Security theater', overrule: { verdict: 'no' } }],
      },
    });
    const probe = await (await api.attempts[':id'].probes.$post({ param, json: {} })).json();
    expect(probe).toMatchObject({ kind: 'twist' });
  });

  it.each<[string, Kind, string, Word, string]>([
    ['a yes without words', 'point', 'second', { verdict: 'yes', quote: null }, 'quote'],
    [
      'words beyond the answer',
      'point',
      'second',
      { verdict: 'yes', quote: { start: 0, end: 9999 } },
      'quote',
    ],
    [
      'words that end before they start',
      'point',
      'second',
      { verdict: 'yes', quote: { start: 5, end: 2 } },
      'quote',
    ],
    ['nothing but spaces', 'point', 'second', { verdict: 'yes', quote: { start: 10, end: 11 } }, 'quote'],
    [
      'a yes on a misconception',
      'misconception',
      'wrong-idea',
      { verdict: 'yes', quote: { start: 0, end: 4 } },
      'verdict',
    ],
  ])('refuses %s', async (_, kind, target, word, field) => {
    const { param } = await gradedAttempt(api, 'made:first wrong:wrong-idea');
    const response = await overrule(param, kind, target, word);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field }] });
  });

  it('knows only what the grade says', async () => {
    const { param } = await gradedAttempt(api, 'made:first');
    expect((await overrule(param, 'point', 'tenth', { verdict: 'no', quote: null })).status).toBe(404);
    expect((await overrule(param, 'flag', 'security-theater', { verdict: 'no', quote: null })).status).toBe(
      404,
    );
  });

  it('has nothing to overrule before the grade is shown', async () => {
    await api.attempts.$post({ json: { question: 'csrf' } });
    expect(
      (await overrule({ id: 'attempt-1' }, 'point', 'first', { verdict: 'no', quote: null })).status,
    ).toBe(409);
  });
});
