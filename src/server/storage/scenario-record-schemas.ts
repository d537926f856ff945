import { z } from 'zod';
import { strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { tiers } from '#core/content/vocabulary.ts';
import { threatModel } from '#core/threat-model/document.ts';
import { dimensions, type ModelGrade } from '#core/threat-model/grading/model-grade.ts';
import { loggedKinds } from '#core/threat-model/practice/change-log.ts';
import { followUpKinds } from '#core/threat-model/practice/follow-ups.ts';
import { roundStages } from '#core/threat-model/practice/round.ts';
import type { ScenarioDraft, ScenarioResults } from './scenario-session.ts';

/* As in `record-schemas.ts`: looser than what the program writes today, so that old exports stay readable. */
const share = z.number().min(0).max(1);
const count = z.int().min(0);
const moment = z.iso.datetime({ precision: 3 }).nullable();

const itemKind = z.enum([
  ...(['fact', 'element', 'flow', 'boundary'] as const),
  ...(['threat', 'mitigation', 'residual-risk', 'trade-off'] as const),
]);
const item = {
  kind: itemKind,
  reference: z.string(),
  label: z.string(),
  tier: z.enum(tiers),
  because: z.string(),
};
const ofCandidate = { candidate: z.string(), label: z.string() };
const dimension = z.looseObject({ score: share.nullable(), weight: share, because: z.array(z.string()) });

const modelGrade: z.ZodType<ModelGrade> = z.looseObject({
  score: share,
  dimensions: z.record(z.enum(dimensions), dimension),
  reference: z.string(),
  matched: z.array(z.looseObject({ ...item, candidates: z.array(z.string()), credit: share })),
  missed: z.array(z.looseObject(item)),
  extras: z.array(
    z.looseObject({
      ...ofCandidate,
      kind: z.enum(['element', 'threat', 'mitigation']),
      verdict: z.enum(['valid', 'additional', 'repeated', 'misplaced']),
      because: z.string(),
    }),
  ),
  contradicted: z.array(
    z.looseObject({ ...ofCandidate, stride: z.enum(strideCategories), because: z.string() }),
  ),
  questions: z.array(z.looseObject({ ...ofCandidate, question: z.string() })),
});

const judgment = z.strictObject({ verdict: z.enum(['accept', 'reject']).nullable(), reason: z.string() });

export const scenarioDraftSchema = z.strictObject({
  stage: z.enum(roundStages),
  model: threatModel,
  twistReply: z.string(),
  log: z.array(z.tuple([count, z.enum(loggedKinds), z.string()])),
  judgments: z.record(z.string(), judgment),
}) satisfies z.ZodType<ScenarioDraft>;

const replyGrade = z.looseObject({ score: share.nullable() });

export const scenarioResultsSchema = z.looseObject({
  seed: z.int(),
  asked: z.array(
    z.looseObject({
      question: z.string(),
      at: count,
      revealed: z.array(z.string()),
      answer: z.enum(['told', 'again', 'unknown']),
    }),
  ),
  nudges: z.array(z.looseObject({ id: z.string(), at: count })),
  twistAt: count.nullable(),
  handedInAt: moment,
  grade: modelGrade.nullable(),
  twist: replyGrade.nullable(),
  followUps: z.array(
    z.looseObject({
      kind: z.enum(followUpKinds),
      target: z.string(),
      prompt: z.string(),
      answer: z.string(),
      answeredAt: moment,
      grade: replyGrade.nullable(),
    }),
  ),
  spot: z
    .looseObject({
      score: share,
      sensitivity: share,
      specificity: share,
      reasons: z.record(z.string(), share),
    })
    .nullable(),
}) satisfies z.ZodType<ScenarioResults>;
