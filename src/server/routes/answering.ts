import type { z } from '@hono/zod-openapi';
import { createRoute } from '@hono/zod-openapi';
import type { Question } from '#core/content/question.ts';
import type { Attempt, Graded, WriteResult } from '../storage/storage.ts';
import { attemptOf, viewOf } from './attempt-access.ts';
import { answers, badInput, draftTaken, jsonBody, notFound, wrongState } from './describe.ts';
import { Problem, writtenElsewhere } from './problem.ts';
import { createRouter } from './router.ts';
import { attemptParams, attemptView, draft, draftSaved, ownScore } from './schemas/attempt.ts';
import { nowOf, type Services } from './services.ts';

const saveDraft = createRoute({
  method: 'put',
  path: '/attempts/{id}/draft',
  summary: 'Saves the draft; answers once it is on disk.',
  request: { params: attemptParams, body: jsonBody(draft) },
  responses: { 200: answers(draftSaved, 'Saved.'), ...badInput, ...notFound, ...draftTaken },
});

const submit = createRoute({
  method: 'post',
  path: '/attempts/{id}/submission',
  summary: 'Hands the answer in; the grade stays hidden.',
  request: { params: attemptParams, body: jsonBody(draft) },
  responses: { 200: answers(attemptView, 'Submitted.'), ...badInput, ...notFound, ...draftTaken },
});

const scoreOneself = createRoute({
  method: 'post',
  path: '/attempts/{id}/self-score',
  summary: 'Scores the own answer and shows the grade.',
  request: { params: attemptParams, body: jsonBody(ownScore) },
  responses: { 200: answers(attemptView, 'Graded.'), ...badInput, ...notFound, ...wrongState },
});

export const answeringRoutes = (services: Services) =>
  createRouter()
    .openapi(saveDraft, async (c) => {
      const { id } = c.req.valid('param');
      const written = await services.storage.saveDraft(id, { ...c.req.valid('json'), at: nowOf(services) });
      const { revision, updatedAt } = await accepted(services, id, written);
      return c.json({ revision, updatedAt }, 200);
    })
    .openapi(submit, async (c) => {
      const { id } = c.req.valid('param');
      return c.json(await viewOf(services, await handIn(services, id, c.req.valid('json'))), 200);
    })
    .openapi(scoreOneself, async (c) => {
      const { id } = c.req.valid('param');
      const { score } = c.req.valid('json');
      const graded = await gradedLate(services, id);
      const scored = await services.storage.scoreOneself(id, score, nowOf(services), graded);
      if (!scored) throw await notSubmitted(services, id);
      return c.json(await viewOf(services, scored), 200);
    });

/** Grades before it writes: an answer is handed in with its grade or not at all. */
async function handIn(services: Services, id: string, written: z.infer<typeof draft>): Promise<Attempt> {
  const attempt = await attemptOf(services, id);
  if (attempt.state !== 'drafting') throw notADraft();
  const graded = await gradeWith(services, await services.catalog.rubric(attempt.question), written.answer);
  const submission = { ...written, at: nowOf(services), ...graded };
  return accepted(services, id, await services.storage.submit(id, submission));
}

/** An attempt that was imported as handed in has no grade yet: an export must not give it away. */
async function gradedLate(services: Services, id: string): Promise<Graded | undefined> {
  const attempt = await attemptOf(services, id);
  const { state, grade, gradedQuestion, question, answer } = attempt;
  if (state !== 'submitted' || (grade && gradedQuestion)) return undefined;
  return gradeWith(services, gradedQuestion ?? (await services.catalog.rubric(question)), answer);
}

async function gradeWith(
  { reader }: Services,
  gradedQuestion: Question | undefined,
  answer: string,
): Promise<Graded> {
  if (!gradedQuestion) throw noRubric();
  return { grade: await reader.grade({ question: gradedQuestion, answer }), gradedQuestion };
}

async function accepted(
  services: Services,
  id: string,
  written: WriteResult<Attempt> | undefined,
): Promise<Attempt> {
  if (written === undefined) {
    await attemptOf(services, id);
    throw notADraft();
  }
  if (!written.conflict) return written.value;
  const { answer, notes, elapsedSeconds, revision } = written.current;
  throw writtenElsewhere({ answer, notes, elapsedSeconds, revision });
}

async function notSubmitted(services: Services, id: string): Promise<Problem> {
  await attemptOf(services, id);
  return new Problem({
    kind: 'not-submitted',
    status: 409,
    title: 'The answer is not handed in',
    detail: 'An answer is scored after it is handed in.',
    mend: 'Hand it in first.',
  });
}

const notADraft = (): Problem =>
  new Problem({
    kind: 'not-a-draft',
    status: 409,
    title: 'The answer is handed in',
    detail: 'An answer that is handed in cannot be changed.',
    mend: 'Open the attempt again to see how it stands, or start a new one.',
  });

const noRubric = (): Problem =>
  new Problem({
    kind: 'question-missing',
    status: 409,
    title: 'The question is not installed',
    detail:
      'The question of this attempt is no longer there, or its file has errors, so nothing can grade the answer.',
    mend: 'What you wrote is kept. Install the pack again, or mend its file, then try again.',
  });
