import { z } from 'zod';
import { identifier } from './question.ts';
import { allFacts, type Fact, type SubjectKind, subjectKinds } from './threat-facts.ts';
import { elementKinds, mitigationKinds, strideCategories } from './threat-model-vocabulary.ts';

const prose = (longest: number) => z.string().trim().min(1).max(longest);
const factName = z.enum(allFacts as readonly [Fact, ...Fact[]]);

/** What a flow does at trust boundaries: enters one when the receiver stands in it and the sender does not. */
export const boundaryRelations = ['crosses', 'enters', 'leaves'] as const;
export type BoundaryRelation = (typeof boundaryRelations)[number];

/** An element beside the one that a rule is about: its kinds, and what has to hold of it. */
export type Beside = {
  readonly is: readonly Exclude<SubjectKind, 'flow'>[];
  readonly when?: Condition | undefined;
};

/** A closed language: exactly one key; nothing in it is ever run as code. */
export type Condition = {
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
  readonly fact?: Fact | undefined;
  /** Of a flow: its protocol is one of these; unknown where none is named. */
  readonly protocol?: readonly string[] | undefined;
  readonly boundary?: BoundaryRelation | undefined;
  /** Of a flow: the element that it comes from, or goes to. */
  readonly from?: Beside | undefined;
  readonly to?: Beside | undefined;
  /** Of an element: some flow that arrives, or leaves, for which this holds. */
  readonly incoming?: Condition | undefined;
  readonly outgoing?: Condition | undefined;
  /** Of an element: some element that a flow joins it with, in either direction. */
  readonly neighbor?: Beside | undefined;
};

const beside: z.ZodType<Beside> = z.lazy(() =>
  z.strictObject({
    is: z.array(z.enum(elementKinds)).min(1).max(3),
    when: condition.optional(),
  }),
);

const condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .strictObject({
      all: z.array(condition).min(1).max(12).optional(),
      any: z.array(condition).min(1).max(12).optional(),
      not: condition.optional(),
      fact: factName.optional(),
      protocol: z
        .array(z.string().regex(/^[a-z0-9]+$/, 'write it in lower-case letters and digits, such as "https"'))
        .min(1)
        .max(40)
        .optional(),
      boundary: z.enum(boundaryRelations).optional(),
      from: beside.optional(),
      to: beside.optional(),
      incoming: condition.optional(),
      outgoing: condition.optional(),
      neighbor: beside.optional(),
    })
    .refine((value) => Object.keys(value).length === 1, 'a condition has exactly one key'),
);

/** How many sections each of the seventeen chapters of ASVS 5.0 has, V1 first. */
const asvsSections = [5, 4, 7, 4, 4, 8, 6, 4, 2, 7, 7, 3, 4, 3, 4, 5, 3];

const asvsSection = z
  .string()
  .regex(/^V\d{1,2}\.\d$/, 'write chapter and section, such as V6.3')
  .refine((id) => {
    const [chapter = 0, section = 0] = id.slice(1).split('.').map(Number);
    return section >= 1 && section <= (asvsSections[chapter - 1] ?? 0);
  }, 'ASVS 5.0 has no such section');

const ruleMitigation = z.strictObject({
  title: prose(240),
  kind: z.enum(mitigationKinds),
  asvs: z.array(asvsSection).max(6).default([]),
});

export const threatRule = z.strictObject({
  id: identifier,
  title: prose(120),
  stride: z.enum(strideCategories),
  /** What it looks at, one by one. */
  on: z.enum(subjectKinds),
  when: condition,
  /** How the attack works, and what it costs. */
  explanation: prose(900),
  /** Sharper questions than the general ones for facts that are unknown; `{name}` stands for the thing. */
  questions: z.partialRecord(factName, prose(300)).default({}),
  cwe: z.array(z.int().positive()).max(6).default([]),
  capec: z.array(z.int().positive()).max(6).default([]),
  mitigations: z.array(ruleMitigation).min(1).max(8),
  /** When the facts are as they are and there still is no threat. */
  falsePositive: prose(500),
});
export type ThreatRule = z.infer<typeof threatRule>;

/** `threat-rules/<name>.yaml`. */
export const threatRuleFile = z.strictObject({ rules: z.array(threatRule).min(1).max(500) });
export type ThreatRuleFile = z.infer<typeof threatRuleFile>;
