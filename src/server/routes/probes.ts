import { createRoute } from '@hono/zod-openapi';
import type { NextProbe } from '#core/loop/interviewer.ts';
import { gradeReply } from '../practice/probe-grading.ts';
import { probeView } from '../practice/result.ts';
import { type AttemptRecord, comingProbe } from '../practice/standing.ts';
import type { Probe } from '../storage/storage.ts';
import { recordOf } from './attempt-access.ts';
import { answers, badInput, done, jsonBody, notFound, probeTaken, wrongState } from './describe.ts';
import { missing, Problem, writtenElsewhere } from './problem.ts';
import { createRouter } from './router.ts';
import {
  attemptParams,
  nothing,
  probeDraft,
  probeDraftSaved,
  probeParams,
  probeReply,
} from './schemas/attempt.ts';
import { probeView as probeBody } from './schemas/result.ts';
import { nowOf, type Services } from './services.ts';

const askNext = createRoute({
  method: 'post',
  path: '/attempts/{id}/probes',
  summary: 'The next follow-up of the interviewer.',
  request: { params: attemptParams, body: jsonBody(nothing) },
  responses: {
    200: answers(probeBody, 'The probe to answer.'),
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
  responses: { 200: answers(probeBody, 'The graded probe.'), ...badInput, ...notFound, ...wrongState },
});

export const probeRoutes = (services: Services) =>
  createRouter()
    .openapi(askNext, async (c) => {
      const record = await recordOf(services, c.req.valid('param').id);
      const coming = comingProbe(record, services.reader);
      if (!coming) return c.body(null, 204);
      const probe = 'ordinal' in coming ? coming : await services.storage.addProbe(fresh(record, coming));
      return c.json(probeView(probe), 200);
    })
    .openapi(saveProbeDraft, async (c) => {
      const { id, ordinal } = c.req.valid('param');
      const written = await services.storage.saveProbeDraft(id, ordinal, c.req.valid('json'));
      if (written === undefined) throw await answered(services, id, ordinal);
      if (written.conflict) {
        const { answer, revision } = written.current;
        throw writtenElsewhere({ answer, revision });
      }
      return c.json({ revision: written.value.revision }, 200);
    })
    .openapi(answerProbe, async (c) => {
      const { id, ordinal } = c.req.valid('param');
      return c.json(probeView(await reply(services, id, ordinal, c.req.valid('json').answer)), 200);
    });

const fresh = ({ attempt, probes }: AttemptRecord, { kind, target, prompt }: NextProbe): Probe => ({
  attempt: attempt.id,
  ordinal: probes.length,
  kind,
  target,
  prompt,
  answer: '',
  revision: 0,
  answeredAt: null,
  grade: null,
});

/** The first answer stands: a second one gets the first back. */
async function reply(services: Services, id: string, ordinal: number, answer: string): Promise<Probe> {
  const { attempt, probes } = await recordOf(services, id);
  const probe = probes.find((candidate) => candidate.ordinal === ordinal);
  if (!probe) throw unknownProbe();
  if (probe.answeredAt !== null) return probe;
  const grade = await gradeReply(services.reader, attempt.gradedQuestion, probe, answer);
  const stored = await services.storage.answerProbe(id, ordinal, { answer, grade, at: nowOf(services) });
  if (!stored) throw unknownProbe();
  return stored;
}

async function answered({ storage }: Services, id: string, ordinal: number): Promise<Problem> {
  const probes = await storage.probes(id);
  if (!probes.some((probe) => probe.ordinal === ordinal)) return unknownProbe();
  return new Problem({
    kind: 'probe-answered',
    status: 409,
    title: 'The probe is answered',
    detail: 'The first answer to a probe stands.',
    mend: 'Open the attempt again to see it.',
  });
}

const unknownProbe = (): Problem => missing('There is no such probe.', 'Open the attempt again.');
