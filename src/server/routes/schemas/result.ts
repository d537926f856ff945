import { z } from '@hono/zod-openapi';
import { example } from '#core/content/question.ts';
import { redFlagIds } from '#core/content/vocabulary.ts';
import { band, instant, list, quote, tier, verdict } from './base.ts';

export const overrule = z
  .object({ verdict, quote: quote.nullable(), reason: z.string(), at: instant })
  .openapi('Overrule');

const judgedPoint = z.object({
  id: z.string(),
  claim: z.string(),
  tier,
  weight: z.number(),
  met: verdict,
  probability: z.number(),
  /** Why this verdict, in one sentence. */
  because: z.string(),
  quotes: list(quote),
  overrule: overrule.nullable(),
  /** Made only after a probe. */
  prompted: z.boolean(),
});

const heldMisconception = z.object({
  id: z.string(),
  claim: z.string(),
  correction: z.string(),
  quotes: list(quote),
  overrule: overrule.nullable(),
});

const raisedFlag = z.object({
  id: z.enum(redFlagIds),
  title: z.string(),
  why: z.string(),
  better: list(z.object({ instead: z.string(), say: z.string() })),
  quotes: list(quote),
  overrule: overrule.nullable(),
});

export const probeView = z
  .object({
    ordinal: z.int(),
    kind: z.enum(['point', 'misconception', 'twist']),
    target: z.string().nullable(),
    prompt: z.string(),
    answer: z.string(),
    revision: z.int(),
    answeredAt: instant.nullable(),
    grade: z.object({ met: verdict, because: z.string(), quotes: list(quote), score: z.number() }).nullable(),
  })
  .openapi('Probe');
export type ProbeView = z.infer<typeof probeView>;

const debrief = z.object({
  tests: z.string(),
  markdown: z.string(),
  references: list(z.string()),
  examples: list(example),
  twist: z.object({ prompt: z.string(), reference: z.string() }),
});

/** Weights of points, summed; `of` is the weight of all points. */
const credit = z.object({ met: z.number(), of: z.number() });

const tierScore = z.object({ earned: z.number(), total: z.number(), needed: z.number() });

/** How the score comes about: see `explainScore` of the core. */
const scoring = z
  .object({
    tiers: z.object({ must: tierScore, should: tierScore, bonus: tierScore }),
    cap: z.number(),
    cost: z.number(),
    next: z
      .object({
        band,
        needs: list(
          z.object({
            what: z.enum(['musts', 'shoulds', 'score', 'misconceptions', 'contradictedMusts']),
            limit: z.number(),
            reached: z.number(),
          }),
        ),
      })
      .nullable(),
  })
  .openapi('Scoring');

export const result = z
  .object({
    score: z.number().min(0).max(1),
    band,
    /** What this band sounds like in this format. */
    anchor: z.string(),
    reader: z.enum(['lexical', 'judge']),
    /** How far to trust the reader. */
    accuracy: z.string(),
    points: list(judgedPoint),
    misconceptions: list(heldMisconception),
    flags: list(raisedFlag),
    unprompted: credit,
    prompted: credit,
    scoreAfterOverrules: z.number().min(0).max(1),
    bandAfterOverrules: band,
    /** Of the score after overrules; null for a grade of a version that scored otherwise. */
    scoring: scoring.nullable(),
    probes: list(probeView),
    nextProbe: z.enum(['available', 'none']),
    /** Null for a question of the user's own: the model answer is shown in its place. */
    debrief: debrief.nullable(),
    modelAnswer: z.string().nullable(),
  })
  .openapi('Result');
export type Result = z.infer<typeof result>;
