import { createRoute } from '@hono/zod-openapi';
import type { Quote } from '#core/grading/grade.ts';
import type { AttemptRecord } from '../practice/standing.ts';
import type { Overrule } from '../storage/storage.ts';
import { recordOf, viewOf } from './attempt-access.ts';
import { answers, badInput, jsonBody, notFound, wrongState } from './describe.ts';
import { invalidInput, missing } from './problem.ts';
import { createRouter } from './router.ts';
import { attemptView, overruleInput, overruleParams } from './schemas/attempt.ts';
import { nowOf, type Services } from './services.ts';

const putOverrule = createRoute({
  method: 'put',
  path: '/attempts/{id}/overrules/{kind}/{target}',
  summary: 'Sets the word of the candidate against the reader.',
  request: { params: overruleParams, body: jsonBody(overruleInput) },
  responses: {
    200: answers(attemptView, 'The attempt with its new score.'),
    ...badInput,
    ...notFound,
    ...wrongState,
  },
});

const deleteOverrule = createRoute({
  method: 'delete',
  path: '/attempts/{id}/overrules/{kind}/{target}',
  summary: 'Takes an overrule back.',
  request: { params: overruleParams },
  responses: {
    200: answers(attemptView, 'The attempt with its new score.'),
    ...badInput,
    ...notFound,
    ...wrongState,
  },
});

export const overruleRoutes = (services: Services) =>
  createRouter()
    .openapi(putOverrule, async (c) => {
      const { id, kind, target } = c.req.valid('param');
      const record = await recordOf(services, id);
      if (!targets(record, kind).includes(target))
        throw missing('The grade has no such verdict to overrule.');
      const { verdict, quote, reason } = c.req.valid('json');
      const words = quote && cut(record.attempt.answer, quote);
      if (kind === 'point' && verdict === 'yes' && !words) throw unproved();
      if (kind !== 'point' && verdict !== 'no') throw onlyDenied();
      const at = nowOf(services);
      await services.storage.putOverrule({ attempt: id, kind, target, verdict, quote: words, reason, at });
      return c.json(await viewOf(services, record.attempt), 200);
    })
    .openapi(deleteOverrule, async (c) => {
      const { id, kind, target } = c.req.valid('param');
      const { attempt } = await recordOf(services, id);
      if (!(await services.storage.deleteOverrule(id, kind, target)))
        throw missing('There is no such overrule.');
      return c.json(await viewOf(services, attempt), 200);
    });

function targets(
  { attempt: { grade, gradedQuestion } }: AttemptRecord,
  kind: Overrule['kind'],
): readonly string[] {
  if (kind === 'point') return gradedQuestion.points.map(({ id }) => id);
  return (kind === 'flag' ? grade.flags : grade.misconceptions).map(({ id }) => id);
}

/** Cuts the words here, so that nobody can quote what the answer does not say. */
function cut(answer: string, { start, end }: { start: number; end: number }): Quote {
  const text = answer.slice(start, end);
  if (end > answer.length || text.trim() === '') {
    throw invalidInput([{ path: ['quote'], message: 'does not mark words of the answer' }]);
  }
  return { text, start, end };
}

const unproved = () =>
  invalidInput([{ path: ['quote'], message: 'is missing: mark the words that make the point' }]);
const onlyDenied = () =>
  invalidInput([{ path: ['verdict'], message: 'can only be "no": I did not say that' }]);
