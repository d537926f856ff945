import { z } from 'zod';
import {
  actorFacts,
  answers,
  flowFacts,
  mitigationKinds,
  mitigationStatuses,
  processFacts,
  storeFacts,
  strideCategories,
  threatStatuses,
} from '#core/content/threat-model-vocabulary.ts';

/** The version that is written; older documents are migrated when they are read. */
export const documentVersion = 1;

const id = z.string().min(1).max(80);
const label = z.string().trim().min(1).max(200);
const text = z.string().max(4000);
const answer = z.enum(answers);
/** A fact that is absent is unknown. */
const facts = <const F extends readonly string[]>(names: F) => z.partialRecord(z.enum(names), answer);

const placed = {
  id,
  label,
  description: text.default(''),
  /** The innermost trust boundary it stands in; null outside of all. */
  boundary: id.nullable().default(null),
  inScope: z.boolean().default(true),
};

export const element = z.discriminatedUnion('kind', [
  z.strictObject({ ...placed, kind: z.literal('actor'), facts: facts(actorFacts).default({}) }),
  z.strictObject({ ...placed, kind: z.literal('process'), facts: facts(processFacts).default({}) }),
  z.strictObject({ ...placed, kind: z.literal('store'), facts: facts(storeFacts).default({}) }),
]);

/** A flow goes one way; an answer is a flow of its own. */
export const flow = z.strictObject({
  id,
  label,
  description: text.default(''),
  from: id,
  to: id,
  protocol: z.string().max(80).default(''),
  inScope: z.boolean().default(true),
  facts: facts(flowFacts).default({}),
});

export const trustBoundary = z.strictObject({
  id,
  label,
  description: text.default(''),
  /** The boundary around it; null at the top. */
  parent: id.nullable().default(null),
});

const level = z.int().min(1).max(5);

export const threat = z.strictObject({
  id,
  title: label,
  /** Who does what under which condition, to what end, with which asset: any part may be empty. */
  statement: z
    .strictObject({
      source: text.default(''),
      prerequisite: text.default(''),
      action: text.default(''),
      impact: text.default(''),
      asset: text.default(''),
    })
    .prefault({}),
  stride: z.enum(strideCategories),
  /** Elements and flows it acts on. */
  on: z.array(id).max(50).default([]),
  likelihood: level.nullable().default(null),
  impact: level.nullable().default(null),
  status: z.enum(threatStatuses).default('open'),
  notes: text.default(''),
  /** The rule it was taken over from. */
  rule: id.nullable().default(null),
});

export const mitigation = z.strictObject({
  id,
  title: label,
  description: text.default(''),
  kind: z.enum(mitigationKinds).default('prevents'),
  status: z.enum(mitigationStatuses).default('proposed'),
  /** Threats it acts against. */
  threats: z.array(id).max(100).default([]),
  /** Elements, flows or boundaries where it is built. */
  at: z.array(id).max(50).default([]),
});

export const assumption = z.strictObject({ id, text: z.string().trim().min(1).max(1000) });

export const openQuestion = assumption.extend({ answer: text.default('') });

/** Where things are drawn; nothing of it counts in a grade. */
const box = z.strictObject({
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});

export const threatModel = z.strictObject({
  version: z.literal(documentVersion),
  title: label,
  description: text.default(''),
  elements: z.array(element).max(2000).default([]),
  flows: z.array(flow).max(5000).default([]),
  boundaries: z.array(trustBoundary).max(500).default([]),
  /** In order of priority, the most urgent first. */
  threats: z.array(threat).max(5000).default([]),
  mitigations: z.array(mitigation).max(5000).default([]),
  assumptions: z.array(assumption).max(500).default([]),
  questions: z.array(openQuestion).max(500).default([]),
  residualRisk: text.default(''),
  tradeOffs: text.default(''),
  /** Findings of the rules that somebody has set aside, and why. */
  dismissed: z
    .array(z.strictObject({ rule: id, on: id, reason: text }))
    .max(5000)
    .default([]),
  layout: z.record(id, box).default({}),
});

export type ThreatModel = z.infer<typeof threatModel>;
export type Element = z.infer<typeof element>;
export type Flow = z.infer<typeof flow>;
export type TrustBoundary = z.infer<typeof trustBoundary>;
export type Threat = z.infer<typeof threat>;
export type Mitigation = z.infer<typeof mitigation>;
