import { z } from '@hono/zod-openapi';
import { labKinds, labLanguages, owaspIds } from '#core/content/lab.ts';
import { identifier } from '#core/content/question.ts';
import { stages, tiers } from '#core/content/vocabulary.ts';
import { severities } from '#core/review/cvss.ts';
import { mostFindings, reviewFinding } from '#core/review/finding.ts';
import { longestLabText, sentAtOnce } from '#core/review/limits.ts';

const instant = z.string();
const share = z.number().min(0).max(1);
const textFile = z.object({ path: z.string(), content: z.string() });
const place = z.object({ file: z.string(), lines: z.tuple([z.int(), z.int()]) });

/** Whether labs of a language run on this machine. */
const availability = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(true), version: z.string() }),
  z.object({ ready: z.literal(false), message: z.string(), mend: z.string() }),
]);

const brief = z.object({
  slug: z.string(),
  pack: z.string(),
  title: z.string(),
  language: z.enum(labLanguages),
  framework: z.string(),
  kind: z.enum(labKinds),
  difficulty: z.int(),
  minutes: z.int(),
  stage: z.enum(stages),
  competencies: z.array(z.string()),
  summary: z.string(),
  hintCosts: z.array(z.number()),
});

export const labListItem = brief.extend({
  availability,
  status: z.enum(['new', 'started', 'passed', 'given-up']),
  bestScore: share.nullable(),
  lastAt: instant.nullable(),
});
export const labList = z.object({ labs: z.array(labListItem) });

export const labParams = z.object({ slug: identifier });
export const labView = labListItem.extend({
  /** Markdown. */
  brief: z.string(),
  app: z.array(textFile),
  pullRequest: z.object({ title: z.string(), description: z.string(), patch: z.string() }).nullable(),
  openSession: z.string().nullable(),
});

export const sessionParams = z.object({ id: z.string().min(1).max(80) });
export const newSession = z.object({
  timed: z.boolean(),
  /** Closes the open session, if there is one, and starts afresh. */
  again: z.boolean().default(false),
});

const draftFields = {
  findings: z.array(reviewFinding).max(mostFindings),
  files: z
    .record(z.string().min(1).max(200), z.string().max(longestLabText.file).nullable())
    .refine((files) => Object.keys(files).length <= 200, 'at most 200 changed files'),
  explanation: z.string().max(longestLabText.answer),
};
/** The revision of the draft that the page shows. */
export const seenRevision = z.object({ revision: z.int().min(0) });

export const labDraftWrite = z.object({
  ...draftFields,
  elapsedSeconds: z.int().min(0).max(1_000_000),
  revision: z.int().min(0),
});
/** A finding as it was stored: checked when it came in. */
const reportedFinding = z.object({
  file: z.string(),
  startLine: z.int(),
  endLine: z.int().optional(),
  cwe: z.int().optional(),
  cvss: z.string().optional(),
  severity: z.enum(severities).optional(),
  explanation: z.string().optional(),
  remediation: z.string().optional(),
});
const draft = z.object({
  findings: z.array(reportedFinding),
  files: z.record(z.string(), z.string().nullable()),
  explanation: z.string(),
});

const checkResult = z.object({
  /** Null for a hidden check that held: it is named only after it failed to hold. */
  id: z.string().nullable(),
  name: z.string(),
  kind: z.enum(['functional', 'exploit']),
  finding: z.string().nullable(),
  status: z.enum(['pass', 'fail', 'error']),
  message: z.string(),
  request: z.string(),
  output: z.string(),
  milliseconds: z.number(),
});
const diagnostic = z.object({
  file: z.string(),
  line: z.int(),
  column: z.int().optional(),
  message: z.string(),
});
export const verdictView = z.object({
  outcome: z.enum(['pass', 'fail', 'build-failed', 'runner-failed']),
  message: z.string(),
  tests: z.array(checkResult),
  diagnostics: z.array(diagnostic),
  output: z.string(),
  durationMs: z.number(),
});

const findingGrade = z.object({
  id: z.string(),
  outcome: z.enum(['found', 'partial', 'missed']),
  place: share,
  cwe: share,
  severity: share,
  explanation: share.nullable(),
  because: z.string(),
  reported: z.array(z.int()),
});
const reviewGrade = z.object({
  score: share,
  precision: share,
  recall: share,
  findings: z.array(findingGrade),
  falseAlarms: z.array(
    z.object({ reported: z.int(), kind: z.enum(['distractor', 'neutral']), because: z.string() }),
  ),
  nearMisses: z.array(
    z.object({
      reported: z.int(),
      id: z.string(),
      kind: z.enum(['wrong-cwe', 'wrong-place', 'lines-off']),
      because: z.string(),
    }),
  ),
});

/** What is shown once the review is handed in. */
const reviewView = z.object({
  grade: reviewGrade,
  /** As handed in; grades name these by index. */
  reported: z.array(reportedFinding),
  truth: z.array(
    place.extend({
      id: z.string(),
      title: z.string(),
      also: z.array(place),
      cwe: z.object({ best: z.int(), name: z.string() }),
      cvss: z.string(),
      severity: z.string(),
      remediation: z.string(),
    }),
  ),
  distractors: z.array(place.extend({ why: z.string() })),
  owasp: z.array(z.enum(owaspIds)),
  at: instant,
});

const explanationView = z.object({
  score: share,
  points: z.array(
    z.object({
      id: z.string(),
      tier: z.enum(tiers),
      claim: z.string(),
      met: z.enum(['yes', 'no', 'unsure']),
      because: z.string(),
      quotes: z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })),
    }),
  ),
  misconceptions: z.array(
    z.object({
      id: z.string(),
      claim: z.string(),
      correction: z.string(),
      quotes: z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })),
    }),
  ),
  flags: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      why: z.string(),
      better: z.array(z.object({ instead: z.string(), say: z.string() })),
      quotes: z.array(z.object({ text: z.string(), start: z.int(), end: z.int() })),
    }),
  ),
  at: instant,
});

/** What is shown once the fix holds, or once the candidate asked for the solution. */
const solutionView = z.object({
  /** Markdown. */
  debrief: z.string(),
  fixes: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['reference', 'accept', 'reject']),
      title: z.string(),
      /** Markdown. */
      explains: z.string(),
      /** A unified diff. */
      patch: z.string(),
    }),
  ),
});

export const sessionView = z.object({
  id: z.string(),
  lab: z.string(),
  state: z.enum(['open', 'closed']),
  timed: z.boolean(),
  startedAt: instant,
  updatedAt: instant,
  elapsedSeconds: z.int(),
  revision: z.int(),
  draft,
  score: share.nullable(),
  /** Of each step; null before it was graded. */
  scores: z.object({ review: share.nullable(), fix: share.nullable(), explanation: share.nullable() }),
  /** The hints taken so far, in order. */
  hints: z.array(z.string()),
  review: reviewView.nullable(),
  exploited: z.array(z.object({ finding: z.string(), message: z.string(), at: instant })),
  runs: z.int(),
  verdict: verdictView.nullable(),
  passedAt: instant.nullable(),
  gaveUpAt: instant.nullable(),
  /** Null until the review is handed in, since the question can tell what there was to find. */
  explainPrompt: z.string().nullable(),
  explanation: explanationView.nullable(),
  solution: solutionView.nullable(),
});
export const sessionList = z.object({
  sessions: z.array(
    sessionView
      .pick({
        ...{ id: true, lab: true, state: true, timed: true, startedAt: true, updatedAt: true },
        ...{ elapsedSeconds: true, score: true, scores: true, passedAt: true, gaveUpAt: true },
      })
      .extend({ title: z.string() }),
  ),
});

const header = z.tuple([z.string().max(200), z.string().max(8000)]);
export const workbenchRequest = z.object({
  method: z.string().regex(/^[A-Za-z]{1,20}$/, 'use letters only'),
  path: z.string().min(1).max(8000),
  headers: z.array(header).max(60),
  /** Base64. */
  body: z.string().max(200_000),
});
export const requestAtOnce = workbenchRequest.extend({
  times: z.int().min(sentAtOnce.least).max(sentAtOnce.most),
});
const workbenchResponse = z.object({
  /** 0 when there was no answer; then `problem` says why. */
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
  problem: z.string().optional(),
  milliseconds: z.number(),
});
/** Attacks that what was sent showed to work. */
const noticed = z.array(z.object({ finding: z.string(), message: z.string() }));
export const workbenchAnswer = z.object({ response: workbenchResponse, noticed });
export const answersAtOnce = z.object({ responses: z.array(workbenchResponse), noticed });
export const appState = z.object({
  running: z.boolean(),
  /** Why the app could not be started, or why it ended. */
  problem: z.string().nullable(),
  /** Where a frame finds the pages of the app; null for an app without pages, and while it does not run. */
  pageUrl: z.string().nullable(),
});

export const sarifDocument = z.looseObject({});
export const importedFindings = z.object({
  findings: z.array(reportedFinding),
  /** What was left out and why, one sentence each. */
  notes: z.array(z.string()),
});

export const weaknessQuery = z.object({ q: z.string().max(100).default('') });
export const weaknessList = z.object({
  weaknesses: z.array(z.object({ id: z.int(), name: z.string(), common: z.boolean() })),
});
