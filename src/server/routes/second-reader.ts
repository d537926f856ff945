import { createRoute } from '@hono/zod-openapi';
import { recordOf } from './attempt-access.ts';
import { answers, badInput, jsonBody, notFound, wrongState } from './describe.ts';
import { Problem } from './problem.ts';
import { createRouter } from './router.ts';
import { attemptParams, nothing } from './schemas/attempt.ts';
import { opinion, secondReaderState } from './schemas/second-reader.ts';
import type { Services } from './services.ts';

const show = createRoute({
  method: 'get',
  path: '/second-reader',
  summary: 'Whether a second reader outside this machine is configured.',
  responses: { 200: answers(secondReaderState, 'The state.') },
});

const ask = createRoute({
  method: 'post',
  path: '/attempts/{id}/second-opinion',
  summary: 'Sends the answer and its rubric to the second reader. Nothing of it is stored.',
  request: { params: attemptParams, body: jsonBody(nothing) },
  responses: { 200: answers(opinion, 'What it says.'), ...badInput, ...notFound, ...wrongState },
});

export const secondReaderRoutes = (services: Services) =>
  createRouter()
    .openapi(show, (c) => {
      const { secondReader } = services;
      if (secondReader.state !== 'on') return c.json(secondReader, 200);
      const { model, host } = secondReader.reader;
      return c.json({ state: 'on' as const, model, host }, 200);
    })
    .openapi(ask, async (c) => {
      const { secondReader } = services;
      const { attempt } = await recordOf(services, c.req.valid('param').id);
      if (secondReader.state !== 'on') throw notConfigured();
      const read = await secondReader.reader.read({
        question: attempt.gradedQuestion,
        answer: attempt.answer,
        signal: c.req.raw.signal,
      });
      if (!read.ok) {
        const { kind, message, mend } = read.fault;
        throw new Problem({
          kind: `second-reader-${kind}`,
          status: 503,
          title: 'No second opinion',
          detail: message,
          mend,
        });
      }
      return c.json(read.opinion, 200);
    });

const notConfigured = (): Problem =>
  new Problem({
    kind: 'no-second-reader',
    status: 409,
    title: 'There is no second reader',
    detail: 'No endpoint is configured, so nothing was sent.',
    mend: 'Set HOTSEAT_SECOND_READER_URL and HOTSEAT_SECOND_READER_MODEL, then start Hotseat again.',
  });
