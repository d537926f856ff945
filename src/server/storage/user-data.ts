import { z } from 'zod';
import { threatModel } from '#core/threat-model/document.ts';
import { labResultsSchema, reviewFindingSchema } from './lab-record-schemas.ts';
import type { LabSession } from './lab-session.ts';
import { gradeSchema, quoteSchema, storedQuestionSchema, verdictSchema } from './record-schemas.ts';
import { scenarioDraftSchema, scenarioResultsSchema } from './scenario-record-schemas.ts';
import type { ScenarioSession } from './scenario-session.ts';
import type { Attempt, UserData } from './storage.ts';
import { triageDraftSchema, triageGradeSchema } from './triage-record-schemas.ts';
import type { TriageSession } from './triage-session.ts';
import { findInconsistencies } from './user-data-rules.ts';

const instant = z.string().refine(isInstant, 'is not a date and time such as 2026-02-03T04:05:06.789Z');
const newestVersion = 5;
const largestInteger = 2_147_483_647;
const count = z.int().min(0).max(largestInteger);

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && /^\d{4}-/.test(text) && new Date(time).toISOString() === text;
}

const attemptSchema: z.ZodType<Attempt> = z.strictObject({
  id: z.string(),
  question: z.string(),
  state: z.enum(['drafting', 'submitted', 'graded']),
  answer: z.string(),
  notes: z.string(),
  elapsedSeconds: count,
  revision: count,
  startedAt: instant,
  updatedAt: instant,
  submittedAt: instant.nullable(),
  selfScore: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  grade: gradeSchema.nullable(),
  gradedQuestion: storedQuestionSchema.nullable(),
});

const probeSchema = z.strictObject({
  attempt: z.string(),
  ordinal: count,
  kind: z.enum(['point', 'misconception', 'twist']),
  target: z.string().nullable(),
  prompt: z.string(),
  answer: z.string(),
  revision: count,
  answeredAt: instant.nullable(),
  grade: gradeSchema.nullable(),
});

const overruleSchema = z.strictObject({
  attempt: z.string(),
  kind: z.enum(['point', 'misconception', 'flag']),
  target: z.string(),
  verdict: verdictSchema,
  quote: quoteSchema.nullable(),
  reason: z.string(),
  at: instant,
});

const ownQuestionSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^own-[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be own- and lower-case words joined by hyphens'),
  title: z.string(),
  prompt: z.string(),
  modelAnswer: z.string(),
  minutes: z.number().positive(),
  createdAt: instant,
  updatedAt: instant,
});

const labSessionSchema: z.ZodType<LabSession> = z.strictObject({
  id: z.string(),
  lab: z.string(),
  state: z.enum(['open', 'closed']),
  timed: z.boolean(),
  startedAt: instant,
  updatedAt: instant,
  elapsedSeconds: count,
  revision: count,
  draft: z.strictObject({
    findings: z.array(reviewFindingSchema),
    files: z.record(z.string(), z.string().nullable()),
    explanation: z.string(),
  }),
  results: labResultsSchema,
  score: z.number().min(0).max(1).nullable(),
});

const scenarioSessionSchema: z.ZodType<ScenarioSession> = z.strictObject({
  id: z.string(),
  scenario: z.string(),
  mode: z.enum(['coached', 'exam', 'untimed', 'spot']),
  state: z.enum(['open', 'asked', 'closed']),
  startedAt: instant,
  updatedAt: instant,
  elapsedSeconds: count,
  revision: count,
  draft: scenarioDraftSchema,
  results: scenarioResultsSchema,
  score: z.number().min(0).max(1).nullable(),
});

const triageSessionSchema: z.ZodType<TriageSession> = z.strictObject({
  id: z.string(),
  set: z.string(),
  state: z.enum(['open', 'closed']),
  startedAt: instant,
  updatedAt: instant,
  elapsedSeconds: count,
  revision: count,
  draft: triageDraftSchema,
  grade: triageGradeSchema.nullable(),
  score: z.number().min(0).max(1).nullable(),
});

const threatModelSchema = z.strictObject({
  id: z.string(),
  document: threatModel,
  revision: count,
  createdAt: instant,
  updatedAt: instant,
});

const threatModelVersionSchema = z.strictObject({
  model: z.string(),
  id: z.string(),
  name: z.string(),
  document: threatModel,
  savedAt: instant,
});

const settingsSchema = z.strictObject({
  interviewDate: z.iso.date().nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  languages: z.array(z.string()),
});

/** Everything that an export document must be. Its output is safe to hand to `importAll`. */
export const userDataSchema: z.ZodType<UserData> = z
  .strictObject({
    format: z.literal('hotseat-export'),
    version: z.literal(newestVersion),
    settings: settingsSchema,
    attempts: z.array(attemptSchema),
    probes: z.array(probeSchema),
    overrules: z.array(overruleSchema),
    ownQuestions: z.array(ownQuestionSchema),
    labSessions: z.array(labSessionSchema),
    scenarioSessions: z.array(scenarioSessionSchema),
    triageSessions: z.array(triageSessionSchema),
    threatModels: z.array(threatModelSchema),
    threatModelVersions: z.array(threatModelVersionSchema),
  })
  .superRefine((data, context) => {
    for (const { path, message } of findInconsistencies(data)) {
      context.addIssue({ code: 'custom', path: [...path], message });
    }
  });

/** One thing that is wrong with a document. `where` reads like `attempts[3].startedAt`; empty for the whole. */
export type UserDataProblem = { readonly where: string; readonly message: string };

/** What came of reading a document. `newer-version`: a later Hotseat wrote it, so updating helps. */
export type UserDataReading =
  | { readonly ok: true; readonly data: UserData }
  | {
      readonly ok: false;
      readonly reason: 'not-an-export' | 'newer-version' | 'malformed';
      readonly message: string;
      /** The first twenty. */
      readonly problems: readonly UserDataProblem[];
    };

const header = z.looseObject({ format: z.literal('hotseat-export'), version: z.int().min(1) });
const mostProblems = 20;

/** Checks an untrusted, already JSON-parsed document. Never throws. */
export function readUserData(input: unknown): UserDataReading {
  const head = header.safeParse(input);
  if (!head.success) return refused('not-an-export', 'This is not a file that Hotseat exported.', head.error);
  if (head.data.version > newestVersion) {
    const message = `A newer Hotseat wrote this file (version ${head.data.version}; this one reads up to version ${newestVersion}). Update Hotseat and import again.`;
    return { ok: false, reason: 'newer-version', message, problems: [] };
  }
  const whole = userDataSchema.safeParse(upToDate(head.data));
  if (whole.success) return { ok: true, data: whole.data };
  return refused('malformed', 'This export is damaged or was edited; nothing was imported.', whole.error);
}

/** Version 1 had no labs, version 2 no threat models, version 3 no design rounds, version 4 no triage. */
function upToDate(document: { readonly version: number }): object {
  const labs = document.version < 2 ? { labSessions: [] } : {};
  const models = document.version < 3 ? { threatModels: [], threatModelVersions: [] } : {};
  const rounds = document.version < 4 ? { scenarioSessions: [] } : {};
  const triage = document.version < 5 ? { triageSessions: [] } : {};
  return { ...document, ...labs, ...models, ...rounds, ...triage, version: newestVersion };
}

function refused(reason: 'not-an-export' | 'malformed', message: string, error: z.ZodError): UserDataReading {
  const problems = error.issues.slice(0, mostProblems).map((issue) => ({
    where: whereOf(issue.path),
    message: issue.message,
  }));
  return { ok: false, reason, message, problems };
}

function whereOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '');
}
