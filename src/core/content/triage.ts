import { z } from 'zod';
import { identifier } from './question.ts';

const prose = (longest: number) => z.string().trim().min(1).max(longest);

export const triageSources = ['scanner', 'penetration-test', 'bug-bounty'] as const;
/** What a reason for taking a finding can rest on. */
export const triageAspects = ['reachability', 'exposure', 'exploitability', 'impact', 'cost'] as const;
export type TriageAspect = (typeof triageAspects)[number];

/** The result as the scanner wrote it; exported as SARIF 2.1.0. */
const sarifResult = z.strictObject({
  ruleId: prose(120),
  level: z.enum(['error', 'warning', 'note']),
  message: prose(800),
  /** Relative to the root of the sources. */
  uri: prose(200),
  startLine: z.int().min(1).max(100_000),
});

const triageFinding = z.strictObject({
  id: identifier,
  title: prose(120),
  source: z.enum(triageSources),
  /** Name of the scanner, of the test or of the bounty program. */
  tool: prose(60),
  cwe: z.int().positive(),
  /** CVSS 4.0, as the source rated it. */
  cvss: prose(300),
  /** Only where a CVE applies. */
  cve: z
    .strictObject({
      id: z.string().regex(/^CVE-\d{4}-\d{4,7}$/, 'write it as CVE-2021-44228'),
      /** Probability of exploitation within 30 days by EPSS at `asOf`. */
      epss: z.number().min(0).max(1),
      /** In CISA's catalog of known exploited vulnerabilities at `asOf`. */
      kev: z.boolean(),
    })
    .optional(),
  /** Cost of the fix, in days of one engineer. */
  days: z.number().min(0.25).max(60),
  sarif: sarifResult.optional(),
  ticket: prose(2500).optional(),
  /** What the owners of the code and the inventory say. */
  context: prose(700),
  /** Whether an attacker's input gets there. */
  reachability: z.enum(['reached', 'under-conditions', 'not-reached']),
  /** Who can try. */
  exposure: z.enum(['internet', 'signed-in', 'internal', 'local']),
  /** What a good reason rests on here. */
  decisive: z.array(z.enum(triageAspects)).max(5).default([]),
  duplicateOf: identifier.optional(),
  falsePositive: z
    .strictObject({
      /** Verbatim from message, ticket or context. */
      words: prose(200),
      why: prose(400),
    })
    .optional(),
});
export type TriageFinding = z.infer<typeof triageFinding>;

const expertOrdering = z.strictObject({
  id: identifier,
  /** What this expert weighs most. */
  view: prose(200),
  /** For this sprint, the most urgent first. */
  take: z
    .array(z.strictObject({ id: identifier, why: prose(300) }))
    .min(1)
    .max(10),
  /** What comes next, where the order matters. */
  rest: z.array(identifier).max(20),
});
export type ExpertOrdering = z.infer<typeof expertOrdering>;

/** `triage/<slug>.yaml`. */
export const triageFile = z.strictObject({
  title: prose(80),
  difficulty: z.int().min(1).max(5),
  minutes: z.int().min(10).max(60),
  /** The day of the figures of EPSS and KEV. */
  asOf: z.iso.date(),
  company: z.strictObject({
    does: prose(400),
    stack: prose(400),
    exposure: prose(400),
    stakes: prose(400),
  }),
  /** How many findings can be taken this sprint. */
  capacity: z.int().min(1).max(10),
  findings: z.array(triageFinding).min(12).max(20),
  experts: z.array(expertOrdering).min(2).max(4),
  /** Findings that fair experts swap. */
  swaps: z.array(z.array(identifier).min(2).max(6)).max(8),
});
export type TriageFile = z.infer<typeof triageFile>;

/** A set with its expert orderings. */
export type TriageSet = TriageFile & { readonly slug: string; readonly pack: string };
