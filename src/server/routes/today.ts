import { createRoute } from '@hono/zod-openapi';
import { bands } from '#core/content/vocabulary.ts';
import { suggestLabs } from '#core/plan/lab-today.ts';
import { type Candidate, type Suggestion, suggest } from '#core/plan/today.ts';
import { isGraded, PracticeBook, statusesOf } from '../practice/practice-book.ts';
import { questionSummary } from '../practice/summaries.ts';
import type { LabOutline } from '../storage/lab-session.ts';
import type { AttemptOutline, Settings } from '../storage/storage.ts';
import { summariesOf } from './attempt-access.ts';
import { answers, badInput } from './describe.ts';
import { createRouter } from './router.ts';
import type { ShownQuestion } from './schemas/question.ts';
import { calibration, today, todayQuery } from './schemas/today.ts';
import type { Services } from './services.ts';

const showToday = createRoute({
  method: 'get',
  path: '/today',
  summary: 'What to do next, and why.',
  request: { query: todayQuery },
  responses: { 200: answers(today, 'Today.'), ...badInput },
});

const showCalibration = createRoute({
  method: 'get',
  path: '/calibration',
  summary: 'Self-scores against grades, oldest first.',
  responses: { 200: answers(calibration, 'One item for every graded attempt.') },
});

const suggestions = 5;

export const todayRoutes = (services: Services) =>
  createRouter()
    .openapi(showToday, async (c) => {
      const { storage, catalog, clock } = services;
      const [all, outlines, settings, drafts, recent, sessions] = await Promise.all([
        catalog.all(),
        storage.outlines(),
        storage.settings(),
        storage.attempts({ state: 'drafting' }),
        storage.attempts({ limit: 5 }),
        storage.labOutlines(),
      ]);
      const now = clock();
      const book = new PracticeBook(outlines, now, settings.interviewDate);
      const openDrafts = drafts.map(({ question }) => question);
      const situation = { candidates: all.map((question) => candidateOf(question, book)), openDrafts, now };
      const next = suggest({ ...situation, languages: settings.languages }, suggestions);
      const day = c.req.valid('query').date ?? now.toISOString().slice(0, 10);
      return c.json(
        {
          daysToInterview: daysBetween(day, settings.interviewDate),
          interviewDate: settings.interviewDate,
          next: withSummaries(next, all, book),
          labs: labsNext(services, sessions, { settings, now }),
          openDrafts: await summariesOf(services, drafts),
          recent: await summariesOf(services, recent),
          counts: countsOf(all, book, outlines),
          firstTime: outlines.length === 0 && sessions.length === 0,
        },
        200,
      );
    })
    .openapi(showCalibration, async (c) => {
      const graded = (await services.storage.outlines()).filter(isGraded);
      const titles = new Map((await services.catalog.all()).map(({ slug, title }) => [slug, title]));
      const items = graded.flatMap(({ id, question, submittedAt, selfScore, band, score }) =>
        selfScore === null
          ? []
          : [
              {
                attempt: id,
                question,
                title: titles.get(question) ?? question,
                at: submittedAt,
                selfScore,
                graded: bands.indexOf(band) + 1,
                score,
              },
            ],
      );
      return c.json({ items }, 200);
    });

const labSuggestions = 2;

type Moment = { readonly settings: Settings; readonly now: Date };

function labsNext(
  { library, sandbox }: Services,
  sessions: readonly LabOutline[],
  { settings: { languages, interviewDate: interview }, now }: Moment,
) {
  const labs = [...library.labs.values()].map(({ slug, language, difficulty }) => {
    const own = sessions.filter(({ lab }) => lab === slug);
    const scores = own.flatMap(({ state, score, updatedAt: at }) =>
      state === 'closed' && score !== null ? [{ at, score }] : [],
    );
    const open = own.some(({ state }) => state === 'open');
    return { slug, language, difficulty, runs: sandbox.available(language).ready, open, scores };
  });
  return suggestLabs({ labs, languages, interview, now }, labSuggestions).flatMap(({ slug, why }) => {
    const lab = library.labs.get(slug);
    return lab ? [{ slug, title: lab.title, language: lab.language, minutes: lab.minutes, why }] : [];
  });
}

function candidateOf(question: ShownQuestion, book: PracticeBook): Candidate {
  const { slug, category, competencies, difficulty, minutes, own, snippet } = question;
  const { schedule, last } = book.of(slug);
  const language = snippet && programming.has(snippet.language) ? snippet.language : null;
  const lastScore = last?.score ?? null;
  return {
    slug,
    category,
    competencies,
    difficulty,
    minutes,
    own,
    language,
    schedule,
    lastScore,
    lastAt: last?.submittedAt ?? null,
  };
}

/** Nobody prepares for interviews in YAML. */
const programming: ReadonlySet<string> = new Set(['python', 'java', 'go', 'javascript', 'typescript']);

function withSummaries(next: readonly Suggestion[], all: readonly ShownQuestion[], book: PracticeBook) {
  const wanted = new Set(next.map(({ slug }) => slug));
  const shown = new Map(
    all.filter(({ slug }) => wanted.has(slug)).map((question) => [question.slug, question]),
  );
  return next.flatMap(({ slug, why }) => {
    const question = shown.get(slug);
    return question ? [{ question: questionSummary(question, book.of(slug)), why }] : [];
  });
}

function countsOf(all: readonly ShownQuestion[], book: PracticeBook, outlines: readonly AttemptOutline[]) {
  const counts = {
    graded: outlines.filter(isGraded).length,
    due: 0,
    weak: 0,
    strong: 0,
    questions: all.length,
  };
  for (const { slug } of all) {
    for (const status of statusesOf(book.of(slug))) {
      if (status === 'due' || status === 'weak' || status === 'strong') counts[status] += 1;
    }
  }
  return counts;
}

/** Whole days, negative once the interview has passed. Both are calendar dates. */
function daysBetween(day: string, interview: string | null): number | null {
  return interview === null ? null : Math.round((Date.parse(interview) - Date.parse(day)) / 86_400_000);
}
