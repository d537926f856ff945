import { createRoute } from '@hono/zod-openapi';
import { answers, badInput, done, jsonBody, notFound, probeTaken, wrongState } from './describe.ts';
import { createRouter } from './router.ts';
import { attemptParams, probeDraft, probeDraftSaved, probeParams, probeReply } from './schemas/attempt.ts';
import { probeView } from './schemas/result.ts';
import type { Services } from './services.ts';

const askNext = createRoute({
  method: 'post',
  path: '/attempts/{id}/probes',
  summary: 'The next follow-up of the interviewer.',
  request: { params: attemptParams },
  responses: {
    200: answers(probeView, 'The probe to answer.'),
    204: done,
    ...badInput,
    ...notFound,
    ...wrongState,
  },
});

const saveProbeDraft = createRoute({
  method: 'put',
  path: '/attempts/{id}/probes/{ordinal}/draft',
  summary: 'Saves the draft of a reply.',
  request: { params: probeParams, body: jsonBody(probeDraft) },
  responses: { 200: answers(probeDraftSaved, 'Saved.'), ...badInput, ...notFound, ...probeTaken },
});

const answerProbe = createRoute({
  method: 'post',
  path: '/attempts/{id}/probes/{ordinal}/answer',
  summary: 'Answers a probe; the first answer stands.',
  request: { params: probeParams, body: jsonBody(probeReply) },
  responses: { 200: answers(probeView, 'The graded probe.'), ...badInput, ...notFound, ...wrongState },
});

const notYet = (_services: Services): never => {
  throw new Error('not yet');
};

export const probeRoutes = (services: Services) =>
  createRouter()
    .openapi(askNext, () => notYet(services))
    .openapi(saveProbeDraft, () => notYet(services))
    .openapi(answerProbe, () => notYet(services));
