import { createRoute, z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { draftedApp } from '../labs/draft-app.ts';
import { hasPages, submissionOf } from '../labs/submission-of.ts';
import { checkView, plannedView } from '../labs/verdict-view.ts';
import type { WireResponse } from '../sandbox/protocol.ts';
import type { Exchanged, RunProgress, Submission, Verdict } from '../sandbox/sandbox.ts';
import { answers, badInput, done, jsonBody, notFound, wrongState } from './describe.ts';
import { advanced, type LabAtWork, mustBeReviewed, openWork, workOf } from './lab-access.ts';
import { Problem } from './problem.ts';
import { createRouter } from './router.ts';
import {
  answersAtOnce,
  appState,
  requestAtOnce,
  seenRevision,
  sessionParams,
  workbenchAnswer,
  workbenchRequest,
} from './schemas/lab.ts';
import { nowOf, type Services } from './services.ts';

const atRevision = jsonBody(seenRevision);
const refusals = { ...badInput, ...notFound, ...wrongState };

const runChecks = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/run',
  summary:
    'Builds and checks the app as the draft has it; tells its progress line by line. Hanging up cancels.',
  request: { params: sessionParams, body: atRevision },
  responses: {
    200: {
      description: 'One JSON object a line.',
      content: { 'application/x-ndjson': { schema: z.string() } },
    },
    ...refusals,
  },
});
const startApp = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/app',
  summary: 'Starts the app for the workbench, as the draft has it.',
  request: { params: sessionParams, body: atRevision },
  responses: { 200: answers(appState, 'Whether it runs.'), ...refusals },
});
const showApp = createRoute({
  method: 'get',
  path: '/lab-sessions/{id}/app',
  summary: 'Whether the app runs for the workbench.',
  request: { params: sessionParams },
  responses: { 200: answers(appState, 'Whether it runs.'), ...badInput, ...notFound },
});
const stopApp = createRoute({
  method: 'delete',
  path: '/lab-sessions/{id}/app',
  summary: 'Ends the app of the workbench.',
  request: { params: sessionParams },
  responses: { 204: done, ...badInput, ...notFound },
});
const exchange = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/exchange',
  summary: 'Sends one request to the app of the workbench.',
  request: { params: sessionParams, body: jsonBody(workbenchRequest) },
  responses: {
    200: answers(workbenchAnswer, 'What came back, and which attacks it shows to work.'),
    ...refusals,
  },
});
const exchangeAtOnce = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/exchanges',
  summary: 'Sends one request several times at the same moment to the app of the workbench.',
  request: { params: sessionParams, body: jsonBody(requestAtOnce) },
  responses: {
    200: answers(answersAtOnce, 'What came back, long bodies cut, and which attacks it shows to work.'),
    ...refusals,
  },
});

export const labRunRoutes = (services: Services) =>
  createRouter()
    .openapi(runChecks, async (c) => {
      const work = await reviewedWork(services, c.req.valid('param').id, c.req.valid('json').revision);
      const submission = submissionNow(services, work);
      c.header('content-type', 'application/x-ndjson; charset=utf-8');
      // The stream is what the client reads; its type is in the description of the route.
      return stream(c, async (out) => {
        const cancel = new AbortController();
        out.onAbort(() => cancel.abort(new Error('Cancelled.')));
        const say = (line: object) => void out.write(`${JSON.stringify(line)}\n`);
        await runAndTell(services, work, { submission, signal: cancel.signal, say });
      }) as never;
    })
    .openapi(startApp, async (c) => {
      const work = await reviewedWork(services, c.req.valid('param').id, c.req.valid('json').revision);
      const onExchange = ({ evidence }: Exchanged) =>
        void keepNoticed(services, work, evidence).catch(services.report);
      const options = hasPages(work.lab) ? { onExchange } : {};
      const state = await services.servedApps.start(work.session.id, submissionNow(services, work), options);
      return c.json(state, 200);
    })
    .openapi(showApp, async (c) => {
      const { session } = await workOf(services, c.req.valid('param').id);
      return c.json(services.servedApps.state(session.id), 200);
    })
    .openapi(stopApp, async (c) => {
      const { session } = await workOf(services, c.req.valid('param').id);
      await services.servedApps.stop(session.id);
      return c.body(null, 204);
    })
    .openapi(exchange, async (c) => {
      const work = await workOf(services, c.req.valid('param').id);
      const exchanged = await services.servedApps.exchange(work.session.id, c.req.valid('json'));
      if (!exchanged) throw notRunning();
      const noticed = [...exchanged.evidence];
      await keepNoticed(services, work, noticed);
      return c.json({ response: responseView(exchanged.response), noticed }, 200);
    })
    .openapi(exchangeAtOnce, async (c) => {
      const work = await workOf(services, c.req.valid('param').id);
      const { times, ...request } = c.req.valid('json');
      const all = await services.servedApps.exchangeAtOnce(work.session.id, request, times);
      if (!all) throw notRunning();
      const noticed = oncePerFinding(all.flatMap(({ evidence }) => evidence));
      await keepNoticed(services, work, noticed);
      return c.json({ responses: all.map(({ response }) => responseView(cut(response))), noticed }, 200);
    });

function responseView(response: WireResponse) {
  const headers = response.headers.map(([name, value]): [string, string] => [name, value]);
  return { ...response, headers };
}

/** In base64; several whole bodies would be too much for one answer. */
const longestOfMany = 160_000;

function cut(response: WireResponse): WireResponse {
  if (response.body.length <= longestOfMany) return response;
  const problem = 'The body is cut here; send the request once to see all of it.';
  return { ...response, body: response.body.slice(0, longestOfMany), problem };
}

/** The last word on each finding: the app is looked at while answers still come in. */
const oncePerFinding = (evidence: Exchanged['evidence']) => [
  ...new Map(evidence.map((one) => [one.finding, one])).values(),
];

async function reviewedWork(services: Services, id: string, revision: number): Promise<LabAtWork> {
  const work = await openWork(services, id, revision);
  mustBeReviewed(work);
  return work;
}

/** The app of the draft, ready to run; a 409 with the mend where labs of this language do not run here. */
function submissionNow({ sandbox }: Services, { lab, session }: LabAtWork): Submission {
  const here = sandbox.available(lab.language);
  if (!here.ready) {
    const { message, mend } = here;
    throw new Problem({
      kind: 'lab-unavailable',
      status: 409,
      title: 'This lab does not run here',
      detail: message,
      mend,
    });
  }
  const drafted = draftedApp(lab, session.draft.files);
  if (!drafted.ok) {
    const mend = 'Mend the files of the app, then run it again.';
    throw new Problem({
      kind: 'bad-files',
      status: 400,
      title: 'The files do not fit',
      detail: drafted.message,
      mend,
    });
  }
  return submissionOf(lab, drafted.app);
}

type Telling = {
  readonly submission: Submission;
  readonly signal: AbortSignal;
  readonly say: (line: object) => void;
};

async function runAndTell(
  services: Services,
  work: LabAtWork,
  { submission, signal, say }: Telling,
): Promise<void> {
  try {
    const onProgress = (progress: RunProgress) => say(lineOf(progress));
    const verdict = await services.sandbox.run(submission, { signal, onProgress });
    say({ step: 'done', session: await keepVerdict(services, work, verdict) });
  } catch (error) {
    if (signal.aborted) return;
    services.report(error);
    say({
      step: 'failed',
      message: 'The run broke on our side; it says nothing about your fix.',
      mend: 'Run it again.',
    });
  }
}

function lineOf(progress: RunProgress): object {
  switch (progress.step) {
    case 'checking':
      return { step: 'checking', checks: progress.checks.map(plannedView) };
    case 'checked':
      return { step: 'checked', result: checkView(progress.result) };
    case 'queued':
    case 'building':
      return progress;
  }
}

const keepVerdict = (services: Services, work: LabAtWork, verdict: Verdict) =>
  advanced(services, work, ({ runs, passedAt, gaveUpAt }) => {
    const passes = verdict.outcome === 'pass' && passedAt === null && gaveUpAt === null;
    return { runs: runs + 1, verdict, passedAt: passes ? nowOf(services) : passedAt };
  });

/** Remembers the first time that each attack worked. */
async function keepNoticed(
  services: Services,
  work: LabAtWork,
  noticed: readonly { readonly finding: string; readonly message: string }[],
): Promise<void> {
  if (noticed.length === 0) return;
  const at = nowOf(services);
  await advanced(services, work, ({ exploited }) => {
    const known = new Set(exploited.map(({ finding }) => finding));
    const fresh = noticed.filter(({ finding }) => !known.has(finding));
    return { exploited: [...exploited, ...fresh.map((one) => ({ ...one, at }))] };
  });
}

const notRunning = (): Problem =>
  new Problem({
    kind: 'app-not-running',
    status: 409,
    title: 'Not now',
    detail: 'The app does not run.',
    mend: 'Start the app, then send the request again.',
  });
