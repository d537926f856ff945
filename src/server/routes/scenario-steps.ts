import { createRoute, z } from '@hono/zod-openapi';
import { nudgeFor } from '#core/threat-model/practice/nudges.ts';
import { answerQuestion, asSentence, scopingRubric } from '#core/threat-model/practice/scoping.ts';
import { gradeFollowUp, gradeSession } from '../scenarios/hand-in.ts';
import { scenarioSessionViewOf } from '../scenarios/session-view.ts';
import type { AnsweredFollowUp, ScenarioSession } from '../storage/scenario-session.ts';
import { answers, badInput, done, jsonBody, notFound, wrongState } from './describe.ts';
import { missing, Problem } from './problem.ts';
import { createRouter } from './router.ts';
import {
  advancedScenario,
  mustHaveSeen,
  openRound,
  openScenarioWork,
  scenarioWork,
} from './scenario-access.ts';
import {
  atSecond,
  followUpDraft,
  followUpParams,
  followUpReply,
  nudgeView,
  scenarioHandIn,
  scenarioSessionParams,
  scenarioSessionView,
  scopingQuestion,
} from './schemas/scenario.ts';
import { nowOf, type Services } from './services.ts';

const shown = {
  200: answers(scenarioSessionView, 'The session.'),
  ...badInput,
  ...notFound,
  ...wrongState,
};
const params = scenarioSessionParams;

const askQuestion = createRoute({
  method: 'post',
  path: '/scenario-sessions/{id}/questions',
  summary: 'Asks the interviewer; the right question brings out what the brief leaves open.',
  request: { params, body: jsonBody(scopingQuestion) },
  responses: shown,
});
const tellTwist = createRoute({
  method: 'post',
  path: '/scenario-sessions/{id}/twist',
  summary: 'Has the interviewer tell what changes.',
  request: { params, body: jsonBody(atSecond) },
  responses: shown,
});
const nudge = createRoute({
  method: 'post',
  path: '/scenario-sessions/{id}/nudge',
  summary: 'What a coach says now, in a coached round.',
  request: { params, body: jsonBody(atSecond) },
  responses: { 200: answers(nudgeView, 'The nudge, or none.'), ...badInput, ...notFound, ...wrongState },
});
const handIn = createRoute({
  method: 'post',
  path: '/scenario-sessions/{id}/hand-in',
  summary: 'Hands in what is saved and grades it; the grade is shown after the follow-ups.',
  request: { params, body: jsonBody(scenarioHandIn) },
  responses: shown,
});
const replyTo = createRoute({
  method: 'post',
  path: '/scenario-sessions/{id}/follow-ups/{ordinal}',
  summary: 'Replies to a follow-up; the first reply stands.',
  request: { params: followUpParams, body: jsonBody(followUpReply) },
  responses: shown,
});
const saveReply = createRoute({
  method: 'put',
  path: '/scenario-sessions/{id}/follow-ups/{ordinal}/draft',
  summary: 'Keeps what is written of a reply.',
  request: { params: followUpParams, body: jsonBody(followUpDraft) },
  responses: { 204: done, ...badInput, ...notFound, ...wrongState },
});
const showGrade = createRoute({
  method: 'post',
  path: '/scenario-sessions/{id}/closing',
  summary: 'Ends the follow-ups and shows the grade.',
  request: { params, body: jsonBody(z.object({})) },
  responses: shown,
});

/** Nobody asks more in an hour; each is kept. */
const mostQuestions = 200;

export const scenarioStepRoutes = (services: Services) =>
  createRouter()
    .openapi(askQuestion, async (c) => {
      const work = await openRound(services, c.req.valid('param').id);
      if (work.session.results.asked.length >= mostQuestions) throw enoughAsked();
      const { question, elapsedSeconds: at } = c.req.valid('json');
      const { points } = await services.reader.grade({
        question: scopingRubric(work.scenario),
        answer: asSentence(question),
      });
      const view = await advancedScenario(services, work, (current) => {
        const { asked } = current.results;
        const next = [...asked, answerQuestion({ question, at }, points, asked)];
        return { ...current, results: { ...current.results, asked: next } };
      });
      return c.json(view, 200);
    })
    .openapi(tellTwist, async (c) => {
      const work = await openRound(services, c.req.valid('param').id);
      const { elapsedSeconds } = c.req.valid('json');
      const view = await advancedScenario(services, work, (current) => {
        const twistAt = current.results.twistAt ?? elapsedSeconds;
        return { ...current, results: { ...current.results, twistAt } };
      });
      return c.json(view, 200);
    })
    .openapi(nudge, async (c) => {
      const work = await openRound(services, c.req.valid('param').id);
      return c.json({ nudge: await nudgeNow(services, work, c.req.valid('json').elapsedSeconds) }, 200);
    })
    .openapi(handIn, async (c) => {
      const work = await openScenarioWork(services, c.req.valid('param').id);
      mustHaveSeen(work, c.req.valid('json').revision);
      const handedIn = await gradeSession(services, work, nowOf(services));
      const view = await advancedScenario(services, work, (current) => {
        mustHaveSeen({ ...work, session: current }, work.session.revision);
        return current.state === 'open' ? handedIn(current) : current;
      });
      return c.json(view, 200);
    })
    .openapi(replyTo, async (c) => {
      const { id, ordinal } = c.req.valid('param');
      return c.json(await reply(services, { id, ordinal, answer: c.req.valid('json').answer }), 200);
    })
    .openapi(saveReply, async (c) => {
      const { id, ordinal } = c.req.valid('param');
      await keepReply(services, { id, ordinal, answer: c.req.valid('json').answer });
      return c.body(null, 204);
    })
    .openapi(showGrade, async (c) => {
      const work = await scenarioWork(services, c.req.valid('param').id);
      if (work.session.state === 'open') throw notHandedIn();
      const view = await advancedScenario(services, work, (current) => ({ ...current, state: 'closed' }));
      return c.json(view, 200);
    });

type Work = Awaited<ReturnType<typeof openRound>>;

async function nudgeNow(services: Services, { scenario, session }: Work, seconds: number) {
  if (session.mode !== 'coached') return null;
  const { model, stage } = session.draft;
  const meaning = await services.modelReader.meaningOf({ scenario, model });
  const given = session.results.nudges;
  const next = nudgeFor({ model, scenario, meaning, stage, seconds, given });
  if (!next) return null;
  if (!given.some(({ id }) => id === next.id)) {
    await services.storage.advanceScenario(session.id, nowOf(services), (current) => {
      const nudges = [...current.results.nudges, { id: next.id, at: seconds }];
      return { ...current, results: { ...current.results, nudges } };
    });
  }
  return next.text;
}

type Reply = { readonly id: string; readonly ordinal: number; readonly answer: string };

/** The round with one of its follow-ups, and whether a reply to it is still awaited. */
async function followUpOf(services: Services, { id, ordinal }: Omit<Reply, 'answer'>) {
  const work = await scenarioWork(services, id);
  const followUp = work.session.results.followUps[ordinal];
  if (!followUp) throw missing('There is no such follow-up.', 'Open the round again.');
  return { work, followUp, isOpen: work.session.state === 'asked' && followUp.answeredAt === null };
}

/** Puts another follow-up in the place of an open one. */
const replaced =
  (ordinal: number, next: AnsweredFollowUp) =>
  (current: ScenarioSession): ScenarioSession => {
    const followUps = current.results.followUps.map((each, index) =>
      index === ordinal && each.answeredAt === null ? next : each,
    );
    return { ...current, results: { ...current.results, followUps } };
  };

async function keepReply(services: Services, { id, ordinal, answer }: Reply): Promise<void> {
  const { followUp, isOpen } = await followUpOf(services, { id, ordinal });
  if (!isOpen) throw repliedAlready();
  await services.storage.advanceScenario(id, nowOf(services), replaced(ordinal, { ...followUp, answer }));
}

async function reply(services: Services, { id, ordinal, answer }: Reply) {
  const { work, followUp, isOpen } = await followUpOf(services, { id, ordinal });
  if (!isOpen) return scenarioSessionViewOf(work.scenario, work.session);
  const grade = await gradeFollowUp(services.reader, work, followUp, answer);
  const answered = { ...followUp, answer, grade, answeredAt: nowOf(services) };
  return advancedScenario(services, work, replaced(ordinal, answered));
}

const repliedAlready = (): Problem =>
  new Problem({
    kind: 'replied',
    status: 409,
    title: 'Not now',
    detail: 'The first reply to a follow-up stands.',
    mend: 'Open the round again to see it.',
  });

const enoughAsked = (): Problem =>
  new Problem({
    kind: 'enough-asked',
    status: 409,
    title: 'Enough questions',
    detail: `This round has ${mostQuestions} questions already.`,
    mend: 'Work with what you know now, and write down the rest as assumptions.',
  });

const notHandedIn = (): Problem =>
  new Problem({
    kind: 'not-handed-in',
    status: 409,
    title: 'Not now',
    detail: 'This round is not handed in yet.',
    mend: 'Hand it in first.',
  });
