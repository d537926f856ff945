import { z } from '@hono/zod-openapi';
import { identifier } from '#core/content/question.ts';
import { triageAspects, triageSources } from '#core/content/triage.ts';
import { triageAnswer } from '#core/triage/answer.ts';
import { instant, list } from './base.ts';
import { problem } from './problem.ts';

const share = z.number().min(0).max(1);
const seconds = z.int().min(0).max(1_000_000);
const state = z.enum(['open', 'closed']);
const aspect = z.enum(triageAspects);

export const triageParams = z.object({ slug: identifier });
export const triageSessionParams = z.object({ id: z.string().min(1).max(80) });

const triageItem = z.object({
  slug: z.string(),
  pack: z.string(),
  title: z.string(),
  difficulty: z.int(),
  minutes: z.int(),
  findings: z.int(),
  status: z.enum(['new', 'started', 'done']),
  bestScore: share.nullable(),
  /** A session that can be gone on with. */
  openSession: z.string().nullable(),
});
export const triageList = z.object({ items: list(triageItem) });

/** What may be read of a finding before the answer is in. */
const shownFinding = z.object({
  id: z.string(),
  title: z.string(),
  source: z.enum(triageSources),
  tool: z.string(),
  cwe: z.int(),
  cvss: z.string(),
  /** Base score of the vector, 0.0..10.0. */
  score: z.number(),
  cve: z.object({ id: z.string(), epss: share, kev: z.boolean() }).nullable(),
  /** Days of one engineer. */
  days: z.number(),
  /** The scanner's result as SARIF 2.1.0, in JSON. */
  sarif: z.string().nullable(),
  ticket: z.string().nullable(),
  context: z.string(),
});
export const triageView = triageItem.omit({ findings: true }).extend({
  asOf: z.string(),
  capacity: z.int(),
  company: z.object({ does: z.string(), stack: z.string(), exposure: z.string(), stakes: z.string() }),
  findings: list(shownFinding),
});

export const newTriageSession = z.strictObject({});

export const triageDraftWrite = z.strictObject({
  draft: triageAnswer,
  elapsedSeconds: seconds,
  revision: z.int().min(0),
});
export const triageDraftSaved = z.object({ revision: z.int() });
export const triageHandIn = z.strictObject({ revision: z.int().min(0) });

const part = z.object({ score: share, because: z.string() });
const explained = { id: z.string(), because: z.string() };
const grade = z.object({
  score: share,
  parts: z.object({ chosen: part, order: part, rejected: part, reasons: part }),
  choices: list(
    z.object({
      ...explained,
      verdict: z.enum(['right', 'swapped', 'can-wait', 'duplicate', 'false-positive']),
      words: z.string().optional(),
    }),
  ),
  late: list(z.object({ ...explained, place: z.int().nullable(), expertPlace: z.int() })),
  rejections: list(z.object({ ...explained, verdict: z.enum(['right', 'duplicate', 'real']) })),
  kept: list(z.object({ ...explained, words: z.string() })),
  reasons: list(
    z.object({
      id: z.string(),
      score: share,
      named: list(z.object({ aspect, quote: z.object({ text: z.string(), start: z.int(), end: z.int() }) })),
      missing: list(aspect),
    }),
  ),
  expertOrder: list(z.string()),
});

export const triageSessionView = z.object({
  id: z.string(),
  set: z.string(),
  state,
  startedAt: instant,
  updatedAt: instant,
  elapsedSeconds: z.int(),
  revision: z.int(),
  draft: z.object({
    order: list(z.string()),
    chosen: list(z.string()),
    rejected: list(z.string()),
    reasons: z.record(z.string(), z.string()),
  }),
  score: share.nullable(),
  /** Null until it is handed in. */
  result: z
    .object({
      grade,
      expert: z.object({
        view: z.string(),
        take: list(z.object({ id: z.string(), why: z.string() })),
      }),
    })
    .nullable(),
});

export const triageSessionList = z.object({
  items: list(
    z.object({
      id: z.string(),
      set: z.string(),
      title: z.string(),
      state,
      startedAt: instant,
      elapsedSeconds: z.int(),
      score: share.nullable(),
    }),
  ),
});

/** Another tab wrote first (`current` says what is stored), or it is handed in (no `current`). */
export const triageConflict = problem
  .extend({
    current: z.object({ draft: triageAnswer, elapsedSeconds: z.int(), revision: z.int() }).optional(),
  })
  .openapi('TriageConflict');
