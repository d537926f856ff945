import { z } from '@hono/zod-openapi';
import { longestAnswer } from '#core/content/answer.ts';
import { identifier } from '#core/content/question.ts';
import { strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { stages, tiers } from '#core/content/vocabulary.ts';
import { threatModel } from '#core/threat-model/document.ts';
import { dimensions } from '#core/threat-model/grading/model-grade.ts';
import { loggedKinds, longestLog } from '#core/threat-model/practice/change-log.ts';
import { followUpKinds } from '#core/threat-model/practice/follow-ups.ts';
import { roundModes, roundStages } from '#core/threat-model/practice/round.ts';
import { longestQuestion } from '#core/threat-model/practice/scoping.ts';
import { instant, list } from './base.ts';
import { problem } from './problem.ts';

const share = z.number().min(0).max(1);
const seconds = z.int().min(0).max(1_000_000);
const tier = z.enum(tiers);
const stride = z.enum(strideCategories);
const mode = z.enum([...roundModes, 'spot']);
const state = z.enum(['open', 'asked', 'closed']);
const stage = z.enum(roundStages);
const document = threatModel;

export const scenarioParams = z.object({ slug: identifier });
export const scenarioSessionParams = z.object({ id: z.string().min(1).max(80) });
export const followUpParams = scenarioSessionParams.extend({
  ordinal: z
    .string()
    .regex(/^\d{1,2}$/, 'is not a whole number')
    .transform(Number),
});

const scenarioItem = z.object({
  slug: z.string(),
  pack: z.string(),
  title: z.string(),
  industry: z.string(),
  difficulty: z.int(),
  minutes: z.int(),
  stage: z.enum(stages),
  competencies: list(z.string()),
  status: z.enum(['new', 'started', 'done']),
  /** Of rounds that are closed. */
  bestScore: share.nullable(),
  bestSpotScore: share.nullable(),
  lastAt: instant.nullable(),
  /** Sessions that can be gone on with. */
  openRound: z.string().nullable(),
  openSpot: z.string().nullable(),
});
export const scenarioList = z.object({ items: list(scenarioItem) });
/** With the brief as Markdown. */
export const scenarioView = scenarioItem.extend({ brief: z.string() });

export const newScenarioSession = z.strictObject({
  mode,
  /** Deletes the open session of that kind, if there is one, and starts afresh. */
  again: z.boolean().default(false),
});

const judgment = z.strictObject({
  verdict: z.enum(['accept', 'reject']).nullable(),
  reason: z.string().max(2000),
});
const judgments = z
  .record(z.string().max(3), judgment)
  .refine((all) => Object.keys(all).length <= 99, 'at most 99 judgments');
const log = z
  .array(z.tuple([seconds, z.enum(loggedKinds), z.string().max(80)]).readonly())
  .max(longestLog)
  .readonly();
const draftFields = { stage, twistReply: z.string().max(longestAnswer), log, judgments };

/** The model is checked by core, which names each fault and says how to mend it. */
export const scenarioDraftWrite = z.strictObject({
  ...draftFields,
  model: z.looseObject({}),
  elapsedSeconds: seconds,
  revision: z.int().min(0),
});
export const scenarioDraftSaved = z.object({ revision: z.int() });

export const scopingQuestion = z.strictObject({
  question: z.string().trim().min(1, 'is empty').max(longestQuestion),
  elapsedSeconds: seconds,
});
export const atSecond = z.strictObject({ elapsedSeconds: seconds });
export const nudgeView = z.object({ nudge: z.string().nullable() });
export const scenarioHandIn = z.strictObject({ revision: z.int().min(0) });
export const followUpReply = z.strictObject({
  answer: z.string().trim().min(1, 'is empty').max(longestAnswer),
});

export const followUpDraft = z.strictObject({ answer: z.string().max(longestAnswer) });

const askedView = z.object({
  question: z.string(),
  at: seconds,
  /** What the interviewer says; empty when nothing is known. */
  says: list(z.string()),
  answer: z.enum(['told', 'again', 'unknown']),
});

const followUpView = z.object({
  kind: z.enum(followUpKinds),
  prompt: z.string(),
  answer: z.string(),
  answered: z.boolean(),
  /** How much the reply says of what was looked for; null where nothing can tell, and until the grade is shown. */
  score: share.nullable(),
  /** What was looked for; null until the grade is shown. */
  expected: z.string().nullable(),
});

const graded = {
  kind: z.enum([
    ...(['fact', 'element', 'flow', 'boundary'] as const),
    ...(['threat', 'mitigation', 'residual-risk', 'trade-off'] as const),
  ]),
  reference: z.string(),
  label: z.string(),
  tier,
  because: z.string(),
};
const own = { candidate: z.string(), label: z.string(), because: z.string() };

const roundResult = z.object({
  dimensions: list(
    z.object({
      name: z.enum(dimensions),
      score: share.nullable(),
      weight: share,
      because: list(z.string()),
    }),
  ),
  reference: z.object({ name: z.string(), model: document }),
  matched: list(z.object({ ...graded, candidates: list(z.string()), credit: share })),
  missed: list(z.object(graded)),
  extras: list(
    z.object({
      ...own,
      kind: z.enum(['element', 'threat', 'mitigation']),
      verdict: z.enum(['valid', 'additional', 'repeated', 'misplaced']),
    }),
  ),
  contradicted: list(z.object({ ...own, stride })),
  questions: list(z.object({ candidate: z.string(), label: z.string(), question: z.string() })),
  facts: list(
    z.object({
      id: z.string(),
      tier,
      ask: z.string(),
      says: z.string(),
      changes: z.string(),
      asked: z.boolean(),
    }),
  ),
  threats: list(
    z.object({
      ...{ id: z.string(), title: z.string(), claim: z.string(), stride, tier, rank: z.int() },
      ...{ likelihood: z.int(), impact: z.int(), places: list(z.string()) },
    }),
  ),
  twist: z.object({
    prompt: z.string(),
    reference: z.string(),
    told: z.boolean(),
    score: share.nullable(),
  }),
  residualRisks: list(z.string()),
  tradeOffs: list(z.string()),
  story: z.object({
    seconds,
    stages: list(z.object({ stage, from: seconds, to: seconds })),
    threats: list(
      z.object({ id: z.string(), title: z.string(), stride, at: seconds, tier: tier.nullable() }),
    ),
    firstMust: seconds.nullable(),
  }),
});

const spotView = z.object({
  /** All that the interviewer knows, under the question that it answers. */
  facts: list(z.object({ asks: z.string(), says: z.string() })),
  items: list(
    z.object({
      id: z.string(),
      claim: z.string(),
      stride,
      /** Only the first until it is handed in. */
      places: list(z.string()),
      /** Null until it is handed in. */
      outcome: z
        .object({
          real: z.boolean(),
          right: z.boolean(),
          /** Why a fabricated threat cannot be, and the fact that rules it out. */
          why: z.string().nullable(),
          fact: z.string().nullable(),
          /** How much the reason says of that. */
          reason: share.nullable(),
        })
        .nullable(),
    }),
  ),
  grade: z.object({ score: share, sensitivity: share, specificity: share }).nullable(),
});

export const scenarioSessionView = z.object({
  id: z.string(),
  scenario: z.string(),
  mode,
  state,
  startedAt: instant,
  updatedAt: instant,
  elapsedSeconds: seconds,
  revision: z.int(),
  draft: z.object({ ...draftFields, model: document }),
  asked: list(askedView),
  /** Null until it is told. */
  twist: z.object({ prompt: z.string(), facts: list(z.string()) }).nullable(),
  followUps: list(followUpView),
  score: share.nullable(),
  /** Null until the grade is shown, and in the exercise. */
  result: roundResult.nullable(),
  /** Null in a round. */
  spot: spotView.nullable(),
});

export type ScenarioSessionView = z.infer<typeof scenarioSessionView>;

export const scenarioSessionList = z.object({
  items: list(
    z.object({
      ...{ id: z.string(), scenario: z.string(), title: z.string(), mode, state },
      ...{ startedAt: instant, elapsedSeconds: seconds, score: share.nullable() },
    }),
  ),
});

export const scenarioConflict = problem
  .extend({
    current: z
      .object({ ...draftFields, model: document, elapsedSeconds: seconds, revision: z.int() })
      .optional(),
  })
  .openapi('ScenarioConflict');
