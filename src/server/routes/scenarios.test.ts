import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientOf, libraryOf, testPort, testServer, toldReader } from '../fixtures-for-tests.ts';
import { buildModelReader } from '../grading/model-reader.ts';
import { openLibrary } from '../packs/load-library.ts';

const folder = join(import.meta.dirname, '../../../content/core');
const { lexicon, threatRules, scenarios, scenario } = contentOf();
const images = scenario('image-upload');
if (!images) throw new Error('The scenario does not load.');
const models = buildModelReader({ lexicon, threatRules });
const [reference] = images.references;
if (!reference) throw new Error('The scenario has no reference.');

function contentOf() {
  const library = openLibrary({ folders: [{ folder, removable: false }] });
  return {
    lexicon: library.lexicon,
    threatRules: library.threatRules,
    scenarios: library.scenarios,
    scenario: (slug: string) => library.scenario(slug),
  };
}

async function server() {
  const running = await testServer({
    library: { ...libraryOf([]), scenarios, scenario },
    reader: toldReader,
    modelReader: {
      gradeModel: async ({ scenario: of, ...graded }) => models.grade(JSON.stringify(of), graded),
      meaningOf: async ({ scenario: of, model }) => models.meaning(JSON.stringify(of), model),
    },
  });
  return { ...running, api: clientOf(running) };
}

let running: Awaited<ReturnType<typeof server>>;
beforeEach(async () => {
  running = await server();
});
afterEach(() => running.close());

const session = () => running.api['scenario-sessions'][':id'];
type Mode = 'coached' | 'exam' | 'untimed' | 'spot';

async function start(mode: Mode, again = false) {
  const answer = await running.api.scenarios[':slug'].sessions.$post({
    param: { slug: 'image-upload' },
    json: { mode, again },
  });
  const view = await answer.json();
  if (!('id' in view)) throw new Error(view.detail);
  return { status: answer.status, view, param: { id: view.id } };
}
const shownBy = async (answer: Promise<{ json(): Promise<unknown> }>) =>
  (await (await answer).json()) as Awaited<ReturnType<typeof start>>['view'];
const ask = (param: { id: string }, question: string) =>
  shownBy(session().questions.$post({ param, json: { question, elapsedSeconds: 30 } }));
const draft = (model: object, revision: number, more: object = {}) =>
  ({
    ...{ stage: 'threats', twistReply: '', log: [], judgments: {}, elapsedSeconds: 600, revision, model },
    ...more,
  }) as Parameters<ReturnType<typeof session>['draft']['$put']>[0]['json'];
const save = (param: { id: string }, model: object, revision: number, more: object = {}) =>
  session().draft.$put({ param, json: draft(model, revision, more) });
const handIn = (param: { id: string }, revision: number) =>
  shownBy(session()['hand-in'].$post({ param, json: { revision } }));
const close = (param: { id: string }) => shownBy(session().closing.$post({ param, json: {} }));
const empty = { version: 1, title: 'Mine' };

describe('scoping', () => {
  it('brings out the facts that a question asks for, and says when there are none or nothing is new', async () => {
    const { param } = await start('exam');
    const told = await ask(param, 'made:who-uploads made:limits');
    expect(told.asked).toEqual([
      {
        ...{ question: 'made:who-uploads made:limits', at: 30, answer: 'told' },
        says: images.facts.filter(({ id }) => ['who-uploads', 'limits'].includes(id)).map(({ says }) => says),
      },
    ]);
    expect((await ask(param, 'What color is it?')).asked[1]).toMatchObject({ says: [], answer: 'unknown' });
    expect((await ask(param, 'made:limits')).asked[2]).toMatchObject({ answer: 'again' });
  });

  it('refuses an empty question and one after the round', async () => {
    const { param } = await start('exam');
    const blank = await session().questions.$post({ param, json: { question: '  ', elapsedSeconds: 1 } });
    expect(blank.status).toBe(400);
    await handIn(param, 0);
    const late = await session().questions.$post({ param, json: { question: 'Who?', elapsedSeconds: 1 } });
    expect(late.status).toBe(409);
  });
});

describe('a round', () => {
  it('starts once, is resumed, and can be begun anew', async () => {
    const first = await start('exam');
    expect(first.status).toBe(201);
    expect(await start('coached')).toMatchObject({ status: 200, view: { id: first.view.id, mode: 'exam' } });
    const again = await start('coached', true);
    expect(again).toMatchObject({ status: 201, view: { mode: 'coached' } });
    const { items } = await (await running.api['scenario-sessions'].$get()).json();
    expect(items.map(({ id }) => id)).toEqual([again.view.id]);
  });

  it('keeps the draft, and shows a late writer what another tab wrote', async () => {
    const { param } = await start('untimed');
    expect(await (await save(param, reference.model, 0)).json()).toEqual({ revision: 1 });
    const late = await save(param, empty, 0);
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      current: { revision: 1, model: { title: reference.model.title } },
    });
    const broken = await save(param, { ...empty, flows: [{ id: 'f', label: 'x', from: 'a', to: 'b' }] }, 1);
    expect(broken.status).toBe(400);
  });

  it('grades a reference with all questions asked near the top, and tells everything', async () => {
    const { param } = await start('exam');
    await ask(param, images.facts.map(({ id }) => `made:${id}`).join(' '));
    await session().twist.$post({ param, json: { elapsedSeconds: 2900 } });
    const log = [[700, 'threat', reference.model.threats[0]?.id ?? '']];
    await save(param, reference.model, 0, { log, twistReply: 'like the reference' });
    const handed = await handIn(param, 1);
    const view = handed.state === 'closed' ? handed : await close(param);
    expect(view.score).toBeGreaterThan(0.85);
    expect(view.result?.dimensions.map(({ name }) => name)).toEqual([
      ...['scoping', 'model', 'threats', 'mitigations', 'prioritization'],
    ]);
    expect(view.result?.facts.every(({ asked }) => asked)).toBe(true);
    expect(view.result?.threats[0]).toMatchObject({ rank: 1, title: images.threats[0]?.title });
    expect(view.result?.story.firstMust).not.toBeNull();
    expect(view.result?.twist).toMatchObject({ told: true, score: 0.8 });
    const { items } = await (await running.api.scenarios.$get()).json();
    const item = items.find(({ slug }) => slug === 'image-upload');
    expect(item).toMatchObject({ status: 'done', bestScore: view.score, openRound: null });
  });

  it('hides the grade until the follow-ups are over, and keeps the first reply', async () => {
    const { param } = await start('untimed');
    await save(param, empty, 0);
    const asked = await handIn(param, 1);
    expect(asked).toMatchObject({ state: 'asked', score: null, result: null });
    expect(asked.followUps.length).toBeGreaterThan(0);
    const reply = (answer: string) =>
      shownBy(
        session()['follow-ups'][':ordinal'].$post({ param: { ...param, ordinal: '0' }, json: { answer } }),
      );
    const keep = (answer: string) =>
      session()['follow-ups'][':ordinal'].draft.$put({
        param: { ...param, ordinal: '0' },
        json: { answer },
      });
    expect((await keep('made:dec')).status).toBe(204);
    const kept = await shownBy(session().$get({ param }));
    expect(kept.followUps[0]).toMatchObject({ answer: 'made:dec', answered: false });
    expect((await reply('made:decoder-code-execution')).followUps[0]).toMatchObject({
      answered: true,
      score: null,
    });
    await reply('Another word.');
    expect((await keep('Another word.')).status).toBe(409);
    const closed = await close(param);
    expect(closed.followUps[0]).toMatchObject({
      ...{ answer: 'made:decoder-code-execution', score: 0.9 },
      expected: images.threats.find(({ id }) => id === 'decoder-code-execution')?.claim,
    });
    expect(closed).toMatchObject({ state: 'closed', score: 0 });
    expect((await save(param, empty, 1)).status).toBe(409);
  });

  it('refuses to hand in what the page has not seen', async () => {
    const { param } = await start('untimed');
    await save(param, empty, 0);
    expect((await session()['hand-in'].$post({ param, json: { revision: 0 } })).status).toBe(409);
    expect((await session().closing.$post({ param, json: {} })).status).toBe(409);
  });

  it('is nudged when it is coached, and only then', async () => {
    const coached = await start('coached');
    await save(coached.param, empty, 0);
    const nudge = async (param: { id: string }) =>
      (await session().nudge.$post({ param, json: { elapsedSeconds: 600 } })).json();
    expect(await nudge(coached.param)).toEqual({ nudge: expect.stringContaining('Nothing is drawn yet') });
    expect(await nudge(coached.param)).toEqual(await nudge(coached.param));
    const exam = await start('exam', true);
    await save(exam.param, empty, 0);
    expect(await nudge(exam.param)).toEqual({ nudge: null });
  });

  it('is gone when deleted', async () => {
    const { param } = await start('exam');
    expect((await session().$delete({ param })).status).toBe(204);
    expect((await session().$get({ param })).status).toBe(404);
    expect((await session().$delete({ param })).status).toBe(404);
  });
});

describe('spot the invalid threat', () => {
  it('stands beside the round, tells nothing before it is handed in, and then all', async () => {
    await start('exam');
    const { param, view } = await start('spot');
    expect(view.spot?.items.every(({ outcome }) => outcome === null)).toBe(true);
    // The number of places would tell real threats from fabricated ones.
    expect(view.spot?.items.every(({ places }) => places.length === 1)).toBe(true);
    const fabricated = new Set(images.fabricated.map(({ claim }) => claim));
    const judgments = Object.fromEntries(
      (view.spot?.items ?? []).map(({ id, claim }) => [
        id,
        { verdict: fabricated.has(claim) ? 'reject' : 'accept', reason: 'like the reference' },
      ]),
    );
    await save(param, empty, 0, { judgments });
    const graded = await handIn(param, 1);
    expect(graded).toMatchObject({ state: 'closed', score: 1, result: null });
    expect(graded.spot?.grade).toEqual({ score: 1, sensitivity: 1, specificity: 1 });
    const wrong = graded.spot?.items.filter(({ outcome }) => outcome?.real === false) ?? [];
    expect(wrong).toHaveLength(images.fabricated.length);
    expect(wrong[0]?.outcome).toMatchObject({ right: true, reason: 0.8, why: expect.any(String) });
    expect(graded.spot?.items.map(({ claim }) => claim)).toEqual(view.spot?.items.map(({ claim }) => claim));
  });
});

/** Every sentence that the scenario holds back. */
const secrets = (but: readonly string[] = []): readonly string[] => {
  const { facts, threats, mitigations, fabricated, twist, residualRisks, tradeOffs, assets } = images;
  return [
    ...facts.filter(({ id }) => !but.includes(id)).map(({ says }) => says),
    ...facts.flatMap(({ id, ask: { claim, paraphrases }, changes }) => [
      `"${id}"`,
      claim,
      ...paraphrases,
      changes,
    ]),
    ...[...threats, ...twist.threats].flatMap(({ id, title, claim, paraphrases }) => [
      `"${id}"`,
      title,
      claim,
      ...paraphrases,
    ]),
    ...mitigations.flatMap(({ id, claim, paraphrases }) => [`"${id}"`, claim, ...paraphrases]),
    ...fabricated.flatMap(({ claim, why }) => [claim, why]),
    ...[...residualRisks, ...tradeOffs].flatMap(({ claim, paraphrases }) => [claim, ...paraphrases]),
    ...assets.flatMap(({ title, why }) => [title, why]),
    twist.prompt,
    twist.reference,
  ];
};

it('sends nothing to the browser that was not asked for, before the grade is shown', async () => {
  const seen: string[] = [];
  const base = `http://127.0.0.1:${testPort}/api`;
  const send = async (path: string, method = 'GET', json?: object) => {
    const body = json && { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } };
    const text = await (await running.app.request(`${base}${path}`, { method, ...body })).text();
    seen.push(text);
    return text;
  };
  const readAll = async (id: string) => {
    for (const path of [
      '/scenarios',
      '/scenarios/image-upload',
      '/scenario-sessions',
      `/scenario-sessions/${id}`,
    ])
      await send(path);
  };
  const { view } = await start('coached');
  const at = `/scenario-sessions/${view.id}`;
  await readAll(view.id);
  await send(`${at}/questions`, 'POST', { question: 'made:limits', elapsedSeconds: 1 });
  await send(`${at}/questions`, 'POST', { question: 'Anything else?', elapsedSeconds: 2 });
  await send(`${at}/draft`, 'PUT', draft(empty, 0));
  await send(`${at}/draft`, 'PUT', draft(empty, 0));
  await send(`${at}/nudge`, 'POST', { elapsedSeconds: 900 });
  await send(`${at}/closing`, 'POST', {});
  await send(`${at}/hand-in`, 'POST', { revision: 1 });
  await send(`${at}/follow-ups/0`, 'POST', { answer: 'x' });
  await readAll(view.id);
  await send('/data');
  // A kind of element may have the name of an id.
  const hidden = secrets(['limits']).filter((secret) => secret !== '"limits"');
  expect(seen.flatMap((text) => hidden.filter((secret) => text.includes(secret)))).toEqual([]);
  const told = images.facts.find(({ id }) => id === 'limits')?.says ?? '';
  expect(seen.some((text) => text.includes(told))).toBe(true);
  const all = JSON.parse(await send(`${at}/closing`, 'POST', {}));
  expect(JSON.stringify(all)).toContain(images.facts[0]?.changes);
});
