import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hc } from 'hono/client';
import { type Point, promptOf, type Question } from '#core/content/question.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import type { Grade, Quote } from '#core/grading/grade.ts';
import { explainScore } from '#core/grading/score.ts';
import { createApp } from './app.ts';
import type { ContentLibrary } from './packs/library.ts';
import type { Reader, Verdicts } from './practice/reader.ts';
import type { Api } from './routes/api.ts';
import { createServices, type Ground } from './routes/services.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import type { ModelReader } from './scenarios/model-reader.ts';
import { openSqliteStorage } from './storage/sqlite.ts';

/** Content, a reader and a server that tests of the routes share. */

const point = (id: string, tier: Point['tier']): Point => ({
  id,
  claim: `SECRET claim of ${id}.`,
  tier,
  weight: 1,
  probe: `SECRET probe about ${id}?`,
  paraphrases: [`SECRET paraphrase of ${id}`],
  slots: { need: 1, groups: [[`SECRET slot of ${id}`]] },
  anti: [`SECRET anti of ${id}`],
});

/** Everything that must not be seen before the grade carries the word SECRET. */
export const fixtureQuestion = (slug: string, more: Partial<Question> = {}): Question => ({
  slug,
  pack: 'test',
  title: `Title of ${slug}`,
  category: 'fundamentals',
  format: 'explain',
  stage: 'technical-screen',
  competencies: ['authentication'],
  difficulty: 2,
  minutes: 5,
  prompt: `How does ${slug} work, and what do you do about it?`,
  tests: 'SECRET what is tested.',
  points: [point('first', 'must'), point('second', 'must'), point('third', 'should')],
  misconceptions: [
    {
      id: 'wrong-idea',
      claim: 'SECRET misconception.',
      correction: 'SECRET correction.',
      contradicts: ['second'],
      anti: ['SECRET wrong one', 'SECRET wrong two'],
    },
  ],
  twist: { prompt: 'SECRET twist?', reference: 'SECRET twist reference.' },
  references: ['SECRET reference'],
  examples: [],
  debrief: '## What is measured\n\nSECRET debrief.',
  ...more,
});

export const fixtureQuestions: readonly Question[] = [
  fixtureQuestion('csrf', {
    title: 'Cross-site request forgery',
    prompt: 'How does CSRF work, and when do SameSite cookies not help?',
  }),
  fixtureQuestion('sql-review', {
    title: 'A query in Go',
    category: 'code-review',
    format: 'review-code',
    competencies: ['injection', 'code-review'],
    difficulty: 4,
    snippet: { language: 'go', file: 'main.go', code: 'db.Query("select " + name)' },
  }),
  fixtureQuestion('saying-no', {
    title: 'Saying no to a launch',
    category: 'behavioral',
    format: 'story',
    stage: 'hiring-manager',
    competencies: ['influence'],
  }),
];

const redFlag: RedFlag = {
  id: 'security-theater',
  title: 'Security theater',
  why: 'Measures that look strong and are bypassed.',
  claim: 'The speaker is content with a measure that is bypassed.',
  shows: [],
  clean: [],
  phrases: ['blinking lights'],
  better: [{ instead: 'blinking lights', say: 'what stops the attack' }],
};

export function libraryOf(questions: readonly Question[]): ContentLibrary {
  const bySlug = new Map(questions.map((question) => [question.slug, question]));
  const manifest = { id: 'test', title: 'Test', version: '1.0.0', license: 'CC0-1.0' };
  return {
    prompts: new Map(questions.map((question) => [question.slug, promptOf(question)])),
    question: (slug) => bySlug.get(slug),
    labs: new Map(),
    lab: () => undefined,
    scenarios: new Map(),
    scenario: () => undefined,
    triage: new Map(),
    lexicon: [],
    redFlags: [redFlag],
    threatRules: [],
    guide: [
      {
        slug: 'loop',
        title: 'The loop',
        summary: 'Five stages.',
        section: 'stages',
        order: 1,
        pack: 'test',
        body: '# The loop',
      },
    ],
    packs: [
      {
        manifest,
        folder: '/nowhere',
        removable: false,
        questions: questions.length,
        labs: 0,
        problems: 0,
        unchecked: 0,
      },
    ],
  };
}

const quoted = (answer: string, words: string): Quote[] => {
  const start = answer.indexOf(words);
  return start === -1 ? [] : [{ text: words, start, end: start + words.length }];
};

const verdictOf = (answer: string, id: string) => {
  if (answer.includes(`made:${id}`)) return 'yes';
  return answer.includes(`maybe:${id}`) ? 'unsure' : 'no';
};

function scoreVerdicts({ points }: Pick<Verdicts, 'points'>): Pick<Grade, 'score' | 'band'> {
  const score = points.length === 0 ? 0 : points.filter(({ met }) => met === 'yes').length / points.length;
  if (score >= 0.9) return { score, band: 'strong-yes' };
  if (score >= 0.6) return { score, band: 'yes' };
  return { score, band: score >= 0.3 ? 'no' : 'strong-no' };
}

/** A reader that does as it is told: `made:ID` makes a point, `maybe:ID` half makes it, `wrong:ID` is a misconception. */
export const toldReader: Reader = {
  grade: async ({ question, answer }) => {
    const points = question.points.map(({ id, tier }) => {
      const met = verdictOf(answer, id);
      const quotes = quoted(answer, met === 'yes' ? `made:${id}` : `maybe:${id}`);
      return {
        id,
        tier,
        met,
        probability: met === 'yes' ? 0.9 : 0.1,
        quotes,
        because: `SECRET because of ${id}.`,
      } as const;
    });
    const held = question.misconceptions.filter(({ id }) => answer.includes(`wrong:${id}`));
    const misconceptions = held.map(({ id }) => ({
      id,
      probability: 0.9,
      quotes: quoted(answer, `wrong:${id}`),
    }));
    const flags = answer.includes('blinking lights')
      ? [{ id: redFlag.id, quotes: quoted(answer, 'blinking lights') }]
      : [];
    return {
      question: question.slug,
      ...scoreVerdicts({ points }),
      points,
      misconceptions,
      flags,
      reader: 'lexical',
    };
  },
  gradeAgainstReference: async ({ answer }) => ({
    score: answer.includes('like the reference') ? 0.8 : 0.1,
    points: [{ quotes: quoted(answer, 'like the reference') }],
  }),
  rubricFromReference: ({ modelAnswer }) => [{ ...point('sentence', 'must'), claim: modelAnswer, probe: '' }],
  score: (_, verdicts) => scoreVerdicts(verdicts),
  explain: (question, verdicts) => ({ ...explainScore(question, verdicts), ...scoreVerdicts(verdicts) }),
  weightOf: ({ weight }) => weight,
};

/** No scenario is graded here. */
const noModelReader: ModelReader = {
  gradeModel: async () => {
    throw new Error('No model is graded here.');
  },
  meaningOf: async () => new Map(),
};

/** A machine on which no lab runs. */
const noSandbox: Sandbox = {
  available: () => ({ ready: false, message: 'bubblewrap is not installed.', mend: 'Install it.' }),
  prepare: () => undefined,
  run: async () => {
    throw new Error('No lab runs here.');
  },
  serve: async () => {
    throw new Error('No lab runs here.');
  },
  close: async () => {},
};

export const testPort = 4747;

const accuracy: Ground['accuracy'] = {
  measured: '2026-11-20',
  questions: 2,
  answers: 30,
  people: null,
  readers: { lexical: [], judge: [], both: [] },
  formats: { explain: { points: 300, f1: 0.8, kappa: 0.7 } },
  tiers: {},
  kinds: {},
};

/** A server without a socket, on an empty database in memory. */
export async function testServer(more: Partial<Ground> = {}) {
  const storage = await openSqliteStorage({ file: ':memory:' });
  const clock = { now: new Date('2026-11-23T12:00:00.000Z') };
  const reports: unknown[] = [];
  let ids = 0;
  const services = createServices({
    version: '0.0.0',
    library: libraryOf(fixtureQuestions),
    storage: storage.forUser('local'),
    reader: toldReader,
    modelReader: noModelReader,
    sandbox: noSandbox,
    accuracy,
    secondReader: { state: 'off' },
    openPages: async () => ({ url: 'http://127.0.0.1:1/', close: () => undefined }),
    clock: () => clock.now,
    newId: () => {
      ids += 1;
      return `attempt-${ids}`;
    },
    notices: () => [],
    system: async () => [{ name: 'Node.js', state: 'ready', detail: '24', mend: null }],
    report: (error) => reports.push(error),
    ...more,
  });
  const app = createApp({ services, webFolder: '/nowhere', port: () => testPort });
  return { app, services, clock, reports, close: () => storage.close() };
}

/** An empty folder that is gone when the test is over. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'hotseat-test-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** The typed client on a test server: no socket. */
export const clientOf = ({ app }: { app: ReturnType<typeof createApp> }) =>
  hc<Api>(`http://127.0.0.1:${testPort}`, {
    fetch: (input: Request | URL | string, init?: RequestInit) => app.request(input, init),
  }).api;

/** Takes an answer all the way to its grade. */
export async function gradedAttempt(api: ReturnType<typeof clientOf>, answer: string, question = 'csrf') {
  const started = await (await api.attempts.$post({ json: { question } })).json();
  if (!('id' in started)) throw new Error(started.detail);
  const param = { id: started.id };
  const draft = { answer, notes: '', elapsedSeconds: 60, revision: started.revision };
  await api.attempts[':id'].submission.$post({ param, json: draft });
  const view = await (await api.attempts[':id']['self-score'].$post({ param, json: { score: 3 } })).json();
  if (!('result' in view) || !view.result) throw new Error('The attempt has no result.');
  return { param, view, result: view.result };
}
