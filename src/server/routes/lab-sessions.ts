import { createRoute, z } from '@hono/zod-openapi';
import { gradeReview } from '#core/review/grade-review.ts';
import { readSarif, toSarif } from '#core/review/sarif.ts';
import { stepScores } from '../labs/advance.ts';
import { explanationRubric } from '../labs/lab-rubric.ts';
import { explanationScorer } from '../labs/score-explanation.ts';
import { viewOfSession } from '../labs/session-view.ts';
import { hasPages } from '../labs/submission-of.ts';
import { answers, badInput, done, jsonBody, notFound, wrongState } from './describe.ts';
import { advanced, labClosed, labOf, mustBeReviewed, openWork, workOf } from './lab-access.ts';
import { missing, Problem, writtenElsewhere } from './problem.ts';
import { createRouter } from './router.ts';
import {
  importedFindings,
  labDraftWrite,
  labParams,
  newSession,
  sarifDocument,
  seenRevision,
  sessionList,
  sessionParams,
  sessionView,
} from './schemas/lab.ts';
import { nowOf, type Services } from './services.ts';

const shown = { 200: answers(sessionView, 'The session.'), ...badInput, ...notFound, ...wrongState };
const atRevision = jsonBody(seenRevision);
const nothing = jsonBody(z.object({}));

const startSession = createRoute({
  method: 'post',
  path: '/labs/{slug}/sessions',
  summary: 'Starts a go at a lab, or resumes the open one.',
  request: { params: labParams, body: jsonBody(newSession) },
  responses: { ...shown, 201: answers(sessionView, 'A new session.') },
});
const listSessions = createRoute({
  method: 'get',
  path: '/lab-sessions',
  summary: 'All goes at labs, newest first.',
  responses: { 200: answers(sessionList, 'The sessions.') },
});
const showSession = createRoute({
  method: 'get',
  path: '/lab-sessions/{id}',
  summary: 'One go at a lab.',
  request: { params: sessionParams },
  responses: shown,
});
const deleteSession = createRoute({
  method: 'delete',
  path: '/lab-sessions/{id}',
  summary: 'Deletes a go at a lab for good.',
  request: { params: sessionParams },
  responses: { 204: done, ...badInput, ...notFound },
});
const saveDraft = createRoute({
  method: 'put',
  path: '/lab-sessions/{id}/draft',
  summary: 'Saves findings, changed files and explanation.',
  request: { params: sessionParams, body: jsonBody(labDraftWrite) },
  responses: shown,
});
const handInReview = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/review',
  summary: 'Hands in the findings and grades them.',
  request: { params: sessionParams, body: atRevision },
  responses: shown,
});
const takeHint = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/hints',
  summary: 'Takes the next hint, at its price.',
  request: { params: sessionParams, body: nothing },
  responses: shown,
});
const giveUp = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/give-up',
  summary: 'Shows the solution; the fix then scores nothing.',
  request: { params: sessionParams, body: nothing },
  responses: shown,
});
const explain = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/explanation',
  summary: 'Grades what the candidate would tell the developer.',
  request: { params: sessionParams, body: atRevision },
  responses: shown,
});
const exportSarif = createRoute({
  method: 'get',
  path: '/lab-sessions/{id}/sarif',
  summary: 'The findings as SARIF 2.1.0.',
  request: { params: sessionParams },
  responses: { 200: answers(sarifDocument, 'The log.'), ...badInput, ...notFound },
});
const importSarif = createRoute({
  method: 'post',
  path: '/lab-sessions/{id}/sarif',
  summary: 'Reads the findings of a SARIF log, for the page to add.',
  request: { params: sessionParams, body: jsonBody(sarifDocument) },
  responses: {
    200: answers(importedFindings, 'The findings in files of this lab.'),
    ...badInput,
    ...notFound,
  },
});

export const labSessionRoutes = (services: Services) =>
  createRouter()
    .openapi(startSession, async (c) => {
      const lab = labOf(services, c.req.valid('param').slug);
      const { timed, again } = c.req.valid('json');
      if (again) await closeOpen(services, lab.slug);
      const id = services.newId();
      services.sandbox.prepare({ language: lab.language, pages: hasPages(lab) });
      const start = { lab: lab.slug, id, at: nowOf(services), timed };
      const session = await services.storage.startLabSession(start);
      return c.json(viewOfSession(lab, session, services.redFlags), session.id === id ? 201 : 200);
    })
    .openapi(listSessions, async (c) => {
      const sessions = await services.storage.labOutlines();
      return c.json({ sessions: sessions.map((session) => outlineOf(services, session)).reverse() }, 200);
    })
    .openapi(showSession, async (c) => {
      const { lab, session } = await workOf(services, c.req.valid('param').id);
      return c.json(viewOfSession(lab, session, services.redFlags), 200);
    })
    .openapi(deleteSession, async (c) => {
      const { id } = c.req.valid('param');
      await services.servedApps.stop(id);
      if (!(await services.storage.deleteLabSession(id))) throw missing('There is no such lab session.');
      return c.body(null, 204);
    })
    .openapi(saveDraft, async (c) => {
      const { lab, session } = await workOf(services, c.req.valid('param').id);
      const written = await services.storage.saveLabDraft(session.id, {
        ...c.req.valid('json'),
        at: nowOf(services),
      });
      if (!written) throw labClosed();
      if (written.conflict) {
        const { draft, elapsedSeconds, revision } = written.current;
        throw writtenElsewhere({ ...draft, elapsedSeconds, revision });
      }
      return c.json(viewOfSession(lab, written.value, services.redFlags), 200);
    })
    .openapi(handInReview, async (c) => {
      const work = await openWork(services, c.req.valid('param').id, c.req.valid('json').revision);
      const { lab, session } = work;
      services.sandbox.prepare({ language: lab.language, pages: hasPages(lab) });
      if (session.results.review) return c.json(viewOfSession(lab, session, services.redFlags), 200);
      const reviewed = session.draft.findings;
      const review = await gradeReview({
        truth: lab,
        findings: reviewed,
        scoreExplanation: explanationScorer(services.reader, lab),
      });
      const view = await advanced(services, work, (results) =>
        results.review ? {} : { review, reviewed, reviewedAt: nowOf(services) },
      );
      return c.json(view, 200);
    })
    .openapi(takeHint, async (c) => {
      const work = await workOf(services, c.req.valid('param').id);
      const { hints } = work.lab;
      const view = await advanced(services, work, ({ hintsTaken }) => ({
        hintsTaken: Math.min(hints.length, hintsTaken + 1),
      }));
      return c.json(view, 200);
    })
    .openapi(giveUp, async (c) => {
      const work = await workOf(services, c.req.valid('param').id);
      mustBeReviewed(work);
      const view = await advanced(services, work, ({ passedAt, gaveUpAt }) =>
        passedAt === null ? { gaveUpAt: gaveUpAt ?? nowOf(services) } : {},
      );
      return c.json(view, 200);
    })
    .openapi(explain, async (c) => {
      const work = await openWork(services, c.req.valid('param').id, c.req.valid('json').revision);
      mustBeReviewed(work);
      const answer = work.session.draft.explanation;
      const explanation = await services.reader.grade({ question: explanationRubric(work.lab), answer });
      const view = await advanced(services, work, () => ({ explanation, explainedAt: nowOf(services) }));
      return c.json(view, 200);
    })
    .openapi(exportSarif, async (c) => {
      const { session } = await workOf(services, c.req.valid('param').id);
      c.header('content-disposition', `attachment; filename="${session.lab}.sarif"`);
      return c.json({ ...toSarif(session.draft.findings, services.version) }, 200);
    })
    .openapi(importSarif, async (c) => {
      const { lab } = await workOf(services, c.req.valid('param').id);
      const files = lab.app.map(({ path }) => path);
      const read = readSarif(JSON.stringify(c.req.valid('json')), files);
      if (!read.ok) throw unreadable(read.message, read.mend);
      return c.json({ findings: [...read.findings], notes: [...read.notes] }, 200);
    });

async function closeOpen(services: Services, lab: string): Promise<void> {
  const sessions = await services.storage.labOutlines();
  const open = sessions.find((session) => session.lab === lab && session.state === 'open');
  if (!open) return;
  await services.servedApps.stop(open.id);
  await services.storage.advanceLab(open.id, nowOf(services), (session) => ({ ...session, state: 'closed' }));
}

type Session = Awaited<ReturnType<Services['storage']['labOutlines']>>[number];

function outlineOf({ library }: Services, session: Session) {
  const lab = library.lab(session.lab);
  const { id, state, timed, startedAt, updatedAt, elapsedSeconds, score, standing } = session;
  const { passedAt, gaveUpAt } = standing;
  const scores = stepScores(lab ?? { hints: [] }, standing);
  const times = { startedAt, updatedAt, elapsedSeconds, passedAt, gaveUpAt };
  return { id, lab: session.lab, title: lab?.title ?? session.lab, state, timed, ...times, score, scores };
}

const unreadable = (detail: string, mend: string): Problem =>
  new Problem({ kind: 'not-sarif', status: 400, title: 'This is not a SARIF log', detail, mend });
