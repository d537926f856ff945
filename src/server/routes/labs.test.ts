import { afterEach, describe, expect, it } from 'vitest';
import { briefOf, type Lab } from '#core/content/lab.ts';
import { oracle } from '#core/review/reviewers-for-tests.ts';
import { clientOf, fixtureQuestions, libraryOf, testPort, testServer } from '../fixtures-for-tests.ts';
import { soundLab } from '../packs/lab-for-tests.ts';
import type { RunOptions, Submission, Verdict } from '../sandbox/sandbox.ts';
import { checkResult, scriptedSandbox, verdictOf } from '../sandbox/scripted-sandbox-for-tests.ts';

const lab: Lab = soundLab();
const slug = lab.slug;
const passing = async () =>
  verdictOf([checkResult('works', { kind: 'functional' }), checkResult('secret-way', { hidden: true })]);
const failing = async () =>
  verdictOf([checkResult('secret-way', { hidden: true, status: 'fail', message: 'It works.' })]);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function desk(judge: (submission: Submission, options: RunOptions) => Promise<Verdict> = passing) {
  const scripted = scriptedSandbox(judge);
  const library = { ...libraryOf(fixtureQuestions), labs: new Map([[slug, briefOf(lab)]]), lab: () => lab };
  const server = await testServer({ library, sandbox: scripted.sandbox });
  closing.push(server.close);
  const api = clientOf(server);
  const started = await api.labs[':slug'].sessions.$post({
    param: { slug },
    json: { timed: true, again: false },
  });
  const view = await started.json();
  if (!('id' in view)) throw new Error(view.detail);
  return { ...server, ...scripted, api, param: { id: view.id }, view };
}

type Desk = Awaited<ReturnType<typeof desk>>;

const draft = (revision: number, more: object = {}) => ({
  ...{ findings: oracle(lab), files: {}, explanation: 'made:a', elapsedSeconds: 30, revision },
  ...more,
});

async function saved({ api, param }: Desk, revision: number, more: object = {}) {
  const response = await api['lab-sessions'][':id'].draft.$put({ param, json: draft(revision, more) });
  expect(response.status).toBe(200);
}

async function reviewed(at: Desk) {
  await saved(at, 0);
  const response = await at.api['lab-sessions'][':id'].review.$post({
    param: at.param,
    json: { revision: 1 },
  });
  const view = await response.json();
  if (!('review' in view)) throw new Error(view.detail);
  return view;
}

/** The lines of a run. */
async function lines({ app, param }: Desk, revision: number) {
  const response = await app.request(`http://127.0.0.1:${testPort}/api/lab-sessions/${param.id}/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${testPort}` },
    body: JSON.stringify({ revision }),
  });
  const text = await response.text();
  return {
    status: response.status,
    lines: text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

describe('before the review is handed in', () => {
  it('nothing that a client can ask for tells what there is to find', async () => {
    const at = await desk();
    await saved(at, 0, { findings: [] });
    const secrets = [
      ...lab.findings.flatMap(({ id, title, points }) => [id, title, ...points.map(({ claim }) => claim)]),
      ...lab.distractors.map(({ why }) => why),
      ...lab.hints.map(({ text }) => text),
      lab.debrief.trim(),
      lab.explain.prompt,
    ];
    const session = `/api/lab-sessions/${at.param.id}`;
    for (const path of ['/api/labs', `/api/labs/${slug}`, session, '/api/lab-sessions', '/api/data']) {
      const text = await (await at.app.request(`http://127.0.0.1:${testPort}${path}`)).text();
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });

  it('neither a run nor the app nor the solution is to be had', async () => {
    const at = await desk();
    expect(await lines(at, 0)).toMatchObject({
      status: 409,
      lines: [{ mend: expect.stringContaining('review') }],
    });
    const { api, param } = at;
    expect((await api['lab-sessions'][':id'].app.$post({ param, json: { revision: 0 } })).status).toBe(409);
    expect((await api['lab-sessions'][':id']['give-up'].$post({ param, json: {} })).status).toBe(409);
  });
});

describe('a lab', () => {
  it('is resumed while it is open, and starts afresh when asked', async () => {
    const { api, param } = await desk();
    const start = (again: boolean) =>
      api.labs[':slug'].sessions.$post({ param: { slug }, json: { timed: false, again } });
    const resumed = await start(false);
    expect(resumed.status).toBe(200);
    expect(await resumed.json()).toMatchObject({ id: param.id, timed: true });
    const fresh = await start(true);
    expect(fresh.status).toBe(201);
    const { sessions } = await (await api['lab-sessions'].$get()).json();
    expect(sessions.map(({ state }) => state)).toEqual(['open', 'closed']);
  });

  it('grades a perfect review with all there is, and then shows the truth', async () => {
    const view = await reviewed(await desk());
    expect(view.review).toMatchObject({
      grade: { recall: 1, precision: 1 },
      truth: [{ id: lab.findings[0]?.id }, {}],
    });
    expect(view.solution).toBeNull();
  });

  it('refuses a second tab and says what is stored', async () => {
    const at = await desk();
    await saved(at, 0);
    const late = await at.api['lab-sessions'][':id'].draft.$put({
      param: at.param,
      json: draft(0, { explanation: 'late' }),
    });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ current: { explanation: 'made:a', revision: 1 } });
  });

  it('tells a run as it goes, names a hidden check only after it failed, and keeps the verdict', async () => {
    const at = await desk(failing);
    await reviewed(at);
    const { lines: told } = await lines(at, 1);
    expect(told.map(({ step }) => step)).toEqual(['building', 'checking', 'checked', 'done']);
    expect(told[1].checks[0]).toMatchObject({ id: null });
    expect(told[2].result).toMatchObject({ id: 'secret-way', message: 'It works.' });
    expect(told[3].session).toMatchObject({
      runs: 1,
      passedAt: null,
      verdict: { outcome: 'fail' },
      solution: null,
    });
    const passed = await desk();
    await reviewed(passed);
    const { lines: after } = await lines(passed, 1);
    expect(after.at(-1).session).toMatchObject({
      scores: { fix: 1 },
      solution: { fixes: expect.any(Array) },
    });
    expect(JSON.stringify(after)).not.toContain('secret-way');
  });

  it('runs the app with the changes of the draft', async () => {
    let seen: Submission | undefined;
    const at = await desk(async (submission) => {
      seen = submission;
      return verdictOf([]);
    });
    await reviewed(at);
    await saved(at, 1, {
      files: { 'notes/search.py': 'fixed\n', 'notes/files.py': null, 'notes/new.py': 'new\n' },
    });
    await lines(at, 2);
    const app = new Map(seen?.app.map(({ path, content }) => [path, content]));
    expect(app.get('notes/search.py')).toBe('fixed\n');
    expect([app.has('notes/files.py'), app.get('notes/new.py')]).toEqual([false, 'new\n']);
  });

  it.each(['../outside.py', '/etc/passwd', 'a/../../b', 'README.md/x'])(
    'refuses a file called %s',
    async (path) => {
      const at = await desk();
      await reviewed(at);
      await saved(at, 1, { files: { [path]: 'x' } });
      expect(await lines(at, 2)).toMatchObject({ status: 400, lines: [{ mend: expect.any(String) }] });
    },
  );

  it('makes hints cost, one after another and never more than there are', async () => {
    const at = await desk();
    await reviewed(at);
    const hint = async () => {
      const view = await (
        await at.api['lab-sessions'][':id'].hints.$post({ param: at.param, json: {} })
      ).json();
      return 'hints' in view ? view.hints.length : -1;
    };
    for (let taken = 1; taken <= lab.hints.length; taken += 1) expect(await hint()).toBe(taken);
    expect(await hint()).toBe(lab.hints.length);
    const { lines: told } = await lines(at, 1);
    const all = lab.hints.reduce((sum, { cost }) => sum + cost, 0);
    expect(told.at(-1).session.scores.fix).toBeCloseTo(1 - all);
  });

  it('shows the solution to who gives up, and then a fix earns nothing', async () => {
    const at = await desk();
    await reviewed(at);
    const gave = await (
      await at.api['lab-sessions'][':id']['give-up'].$post({ param: at.param, json: {} })
    ).json();
    expect(gave).toMatchObject({ scores: { fix: 0 }, solution: { debrief: expect.any(String) } });
    const { lines: told } = await lines(at, 1);
    expect(told.at(-1).session).toMatchObject({ scores: { fix: 0 }, passedAt: null });
  });

  it('closes when every step is done, and stays in the list', async () => {
    const at = await desk();
    await reviewed(at);
    await lines(at, 1);
    const explained = await at.api['lab-sessions'][':id'].explanation.$post({
      param: at.param,
      json: { revision: 1 },
    });
    expect(await explained.json()).toMatchObject({
      state: 'closed',
      explanation: { points: expect.any(Array) },
    });
    const late = await at.api['lab-sessions'][':id'].draft.$put({ param: at.param, json: draft(1) });
    expect(late.status).toBe(409);
    const { labs } = await (await at.api.labs.$get()).json();
    expect(labs[0]).toMatchObject({ status: 'passed' });
  });
});

describe('the workbench', () => {
  it('starts the app, notices the attack that works, and ends the app', async () => {
    const at = await desk();
    await reviewed(at);
    const session = at.api['lab-sessions'][':id'];
    const json = { method: 'GET', path: '/leak', headers: [] as [string, string][], body: '' };
    expect((await session.exchange.$post({ param: at.param, json })).status).toBe(409);
    expect(await (await session.app.$post({ param: at.param, json: { revision: 1 } })).json()).toMatchObject({
      running: true,
    });
    const calm = await session.exchange.$post({ param: at.param, json: { ...json, path: '/' } });
    expect(await calm.json()).toMatchObject({ response: { status: 200 }, noticed: [] });
    for (let again = 0; again < 2; again += 1) await session.exchange.$post({ param: at.param, json });
    const view = await (await session.$get({ param: at.param })).json();
    expect(view).toMatchObject({ exploited: [{ finding: 'title-search', message: 'the secret is out' }] });
    expect((await session.app.$delete({ param: at.param })).status).toBe(204);
    expect(at.closed()).toBe(1);
  });

  it('sends a request several times at once, and has it noticed once', async () => {
    const at = await desk();
    await reviewed(at);
    const session = at.api['lab-sessions'][':id'];
    const json = { method: 'GET', path: '/leak', headers: [] as [string, string][], body: '', times: 5 };
    const early = await session.exchanges.$post({ param: at.param, json });
    expect(early.status).toBe(409);
    await session.app.$post({ param: at.param, json: { revision: 1 } });
    const answer = await (await session.exchanges.$post({ param: at.param, json })).json();
    if (!('responses' in answer)) throw new Error(answer.detail);
    expect(answer.responses).toHaveLength(5);
    expect(answer.noticed).toEqual([{ finding: 'title-search', message: 'the secret is out' }]);
    expect(at.mostAtOnce()).toBe(5);
    const view = await (await session.$get({ param: at.param })).json();
    expect(view).toMatchObject({ exploited: [{ finding: 'title-search' }] });
  });

  it.each([1, 21, 2.5])('refuses to send a request %d times at once', async (times) => {
    const at = await desk();
    await reviewed(at);
    const session = at.api['lab-sessions'][':id'];
    await session.app.$post({ param: at.param, json: { revision: 1 } });
    const json = { method: 'GET', path: '/', headers: [] as [string, string][], body: '', times };
    expect((await session.exchanges.$post({ param: at.param, json })).status).toBe(400);
    expect(at.mostAtOnce()).toBe(0);
  });

  it('cuts long bodies of answers that come at once', async () => {
    const at = await desk();
    await reviewed(at);
    const session = at.api['lab-sessions'][':id'];
    await session.app.$post({ param: at.param, json: { revision: 1 } });
    const json = { method: 'GET', path: '/long', headers: [] as [string, string][], body: '', times: 2 };
    const answer = await (await session.exchanges.$post({ param: at.param, json })).json();
    if (!('responses' in answer)) throw new Error(answer.detail);
    for (const { body, problem } of answer.responses) {
      expect(Buffer.from(body, 'base64')).toHaveLength(120_000);
      expect(problem).toContain('cut');
    }
  });

  it('ends the app when its session is deleted', async () => {
    const at = await desk();
    await reviewed(at);
    const session = at.api['lab-sessions'][':id'];
    await session.app.$post({ param: at.param, json: { revision: 1 } });
    expect((await session.$delete({ param: at.param })).status).toBe(204);
    expect(at.closed()).toBe(1);
    expect((await session.$get({ param: at.param })).status).toBe(404);
  });
});

describe('findings', () => {
  it('go out as SARIF and come in again', async () => {
    const at = await desk();
    await saved(at, 0);
    const session = at.api['lab-sessions'][':id'];
    const log = await (await session.sarif.$get({ param: at.param })).json();
    const read = await (await session.sarif.$post({ param: at.param, json: log })).json();
    if (!('findings' in read)) throw new Error(read.detail);
    expect(read.findings.map(({ file, startLine, cwe }) => [file, startLine, cwe])).toEqual(
      oracle(lab).map(({ file, startLine, cwe }) => [file, startLine, cwe]),
    );
    expect((await session.sarif.$post({ param: at.param, json: { version: '1.0', runs: [] } })).status).toBe(
      400,
    );
  });

  it('choose from the whole CWE list, common ones first', async () => {
    const { api } = await desk();
    const search = async (q: string) => (await api.weaknesses.$get({ query: { q } })).json();
    expect(await search('')).toMatchObject({
      weaknesses: expect.arrayContaining([{ id: 79, common: true, name: expect.any(String) }]),
    });
    expect(await search('CWE-918')).toMatchObject({ weaknesses: [{ id: 918 }] });
  });
});
