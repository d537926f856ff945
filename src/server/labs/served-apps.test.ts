import { expect, test } from 'vitest';
import type { WireRequest } from '#server/sandbox/protocol.ts';
import type { Sandbox, Submission } from '#server/sandbox/sandbox.ts';
import { scriptedSandbox, verdictOf } from '#server/sandbox/scripted-sandbox-for-tests.ts';
import { type OpenPages, ServedApps } from './served-apps.ts';

const submission: Submission = {
  language: 'python',
  app: [],
  checks: [],
  run: { entry: 'app:app', ready: '/', environment: {}, files: [], hosts: {} },
};
const request: WireRequest = { method: 'GET', path: '/', headers: [], body: '' };

const noPages: OpenPages = async () => ({ url: 'http://127.0.0.1:1', close: () => undefined });

function servedApps(more: Partial<Sandbox> = {}) {
  const scripted = scriptedSandbox(async () => verdictOf([]));
  const apps = new ServedApps({ ...scripted.sandbox, ...more }, noPages);
  return { ...scripted, apps };
}

test('one app runs at a time, so that runs find a free sandbox: another one takes its place and says so', async () => {
  const { apps, closed } = servedApps();
  await apps.start('first', submission);
  expect(apps.state('first')).toMatchObject({ running: true, problem: null });

  await apps.start('second', submission);

  expect(closed()).toBe(1);
  expect(apps.state('first')).toMatchObject({
    running: false,
    problem: 'The app of another lab was started.',
  });
  expect(await apps.exchange('first', request)).toBeUndefined();
  expect(apps.state('second').running).toBe(true);
  expect((await apps.exchange('second', request))?.response.status).toBe(200);
});

test('of two that are started at the same moment, the second one stays', async () => {
  const { apps, served, closed } = servedApps();
  await Promise.all([apps.start('first', submission), apps.start('second', submission)]);
  expect([apps.state('first').running, apps.state('second').running]).toEqual([false, true]);
  expect(served.length - closed()).toBe(1);
});

test('a start that fails does not keep the next one waiting', async () => {
  const { sandbox } = scriptedSandbox(async () => verdictOf([]));
  let broken = true;
  const { apps } = servedApps({
    serve: (next) => (broken ? Promise.reject(new Error('No room on the disk.')) : sandbox.serve(next)),
  });
  await expect(apps.start('first', submission)).rejects.toThrow('No room');
  broken = false;
  expect((await apps.start('first', submission)).running).toBe(true);
});

test('the app of a session that is started again takes the place of its own', async () => {
  const { apps, closed } = servedApps();
  await apps.start('first', submission);
  await apps.start('first', submission);
  expect(closed()).toBe(1);
  expect(apps.state('first')).toMatchObject({ running: true, problem: null });
});

test('an app that does not start is told to its session', async () => {
  const verdict = verdictOf([], { message: 'The app does not build or start.', output: 'line 3' });
  const { apps } = servedApps({ serve: async () => ({ ok: false, verdict }) });
  await apps.start('second', submission);
  const problem = 'The app does not build or start.\nline 3';
  expect(apps.state('second')).toMatchObject({ running: false, problem });
});
