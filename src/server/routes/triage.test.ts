import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expertAnswer } from '#core/triage/answers-of.ts';
import { clientOf, libraryOf, testServer } from '../fixtures-for-tests.ts';
import { loadTriage } from '../packs/load-triage.ts';

const slug = 'web-shop-before-the-sale';
const folder = join(import.meta.dirname, '../../../content/core');
const triage = loadTriage([{ folder }]);
const set = triage.get(slug);
const [expert] = set?.experts ?? [];
if (!set || !expert) throw new Error('The set does not load.');
const answer = expertAnswer(set, expert);

async function server() {
  const running = await testServer({ library: { ...libraryOf([]), triage } });
  return { ...running, api: clientOf(running) };
}
let running: Awaited<ReturnType<typeof server>>;
beforeEach(async () => {
  running = await server();
});
afterEach(() => running.close());

const session = () => running.api['triage-sessions'][':id'];
async function start() {
  const view = await (await running.api.triage[':slug'].sessions.$post({ param: { slug }, json: {} })).json();
  if (!('id' in view)) throw new Error(view.detail);
  return { view, param: { id: view.id } };
}
const save = (param: { id: string }, revision: number, draft = answer) =>
  session().draft.$put({ param, json: { draft, elapsedSeconds: 60, revision } });
const handIn = (param: { id: string }, revision: number) =>
  session()['hand-in'].$post({ param, json: { revision } });

/** Every sentence that only experts know. */
const secrets = [
  ...set.experts.flatMap(({ view, take }) => [view, ...take.map(({ why }) => why)]),
  ...set.findings.flatMap(({ falsePositive }) => (falsePositive ? [falsePositive.why] : [])),
];

describe('triage', () => {
  it('tells nothing of what experts know before the answer is in, and all of it then', async () => {
    const { param } = await start();
    await save(param, 0, { ...answer, reasons: {} });
    const answers = [
      await running.api.triage.$get(),
      await running.api.triage[':slug'].$get({ param: { slug } }),
      await session().$get({ param }),
    ];
    for (const each of answers) {
      const text = await each.text();
      for (const secret of secrets) expect(text).not.toContain(secret);
      for (const key of ['duplicateOf', 'falsePositive', 'decisive', 'reachability', 'swaps'])
        expect(text).not.toContain(`"${key}"`);
    }
    const result = await (await handIn(param, 1)).text();
    for (const { why } of expert.take) expect(result).toContain(JSON.stringify(why).slice(1, -1));
  });

  it('shows findings as SARIF and tickets, with figures', async () => {
    const view = await (await running.api.triage[':slug'].$get({ param: { slug } })).json();
    if (!('findings' in view)) throw new Error(view.detail);
    const scanned = view.findings.find(({ id }) => id === 'commerce-xxe');
    expect(JSON.parse(scanned?.sarif ?? '')).toMatchObject({ version: '2.1.0', runs: [{ results: [{}] }] });
    expect(scanned).toMatchObject({ score: 9.3, ticket: null, cve: { kev: true } });
    expect(view.findings.find(({ id }) => id === 'gift-card-race')).toMatchObject({ sarif: null, cve: null });
  });

  it('starts once, is resumed, handed in, and listed with its score', async () => {
    const { view, param } = await start();
    expect(view).toMatchObject({ state: 'open', revision: 0, result: null, score: null });
    expect(view.draft.order).toHaveLength(set.findings.length);
    expect((await start()).param).toEqual(param);
    expect(await (await save(param, 0)).json()).toEqual({ revision: 1 });
    expect(await (await handIn(param, 1)).json()).toMatchObject({
      ...{ state: 'closed', score: 1 },
      result: { grade: { late: [], kept: [] }, expert: { view: expert.view } },
    });
    expect(await (await running.api['triage-sessions'].$get()).json()).toMatchObject({
      items: [{ ...param, set: slug, title: set.title, state: 'closed', score: 1 }],
    });
    const { items } = await (await running.api.triage.$get()).json();
    expect(items.find((item) => item.slug === slug)).toMatchObject({ status: 'done', bestScore: 1 });
    expect((await start()).param).not.toEqual(param);
  });

  it('refuses who did not see the last write, and what is handed in', async () => {
    const { param } = await start();
    await save(param, 0);
    const late = await save(param, 0);
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ current: { revision: 1, draft: { chosen: answer.chosen } } });
    expect((await handIn(param, 0)).status).toBe(409);
    await handIn(param, 1);
    for (const refused of [await save(param, 1), await handIn(param, 1)]) {
      expect(refused.status).toBe(409);
      expect(await refused.json()).not.toHaveProperty('current');
    }
  });

  it('refuses an answer that takes too much or names what is not there', async () => {
    const { param } = await start();
    const everything = { ...answer, chosen: answer.order.slice(0, 5) };
    for (const draft of [everything, { ...answer, order: ['nothing'] }]) {
      const refused = await save(param, 0, draft);
      expect(refused.status).toBe(400);
      expect(await refused.json()).toMatchObject({ mend: expect.stringMatching(/\w/) });
    }
  });

  it('is gone when deleted, and says so where there is none', async () => {
    const { param } = await start();
    expect((await session().$delete({ param })).status).toBe(204);
    for (const each of [session().$delete({ param }), session().$get({ param }), save(param, 0)])
      expect((await each).status).toBe(404);
    const unknown = { param: { slug: 'no-such-set' } };
    expect((await running.api.triage[':slug'].$get(unknown)).status).toBe(404);
  });
});
