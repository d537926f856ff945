import { z } from 'zod';
import { type LabLanguage, labLanguageNames, labLanguages } from './lab-language.ts';
import { identifier, misconception, point } from './question.ts';
import { stages } from './vocabulary.ts';

export { type LabLanguage, labLanguageNames, labLanguages };

/** `pull-request`: only the change is up for review; `app`: all of the code. */
export const labKinds = ['app', 'pull-request'] as const;
export type LabKind = (typeof labKinds)[number];

/** The OWASP Top 10 of 2025. */
export const owaspIds = [
  'A01:2025',
  'A02:2025',
  'A03:2025',
  'A04:2025',
  'A05:2025',
  'A06:2025',
  'A07:2025',
  'A08:2025',
  'A09:2025',
  'A10:2025',
] as const;

const prose = (longest: number) => z.string().trim().min(1).max(longest);

/** A path inside the app: forward slashes, never absolute, no step upward. */
export const appPath = z
  .string()
  .max(200)
  .regex(
    /^(?!(?:.*\/)?\.{1,2}(?:\/|$))[\w.@+-]+(?:\/[\w.@+-]+)*$/,
    'use a path relative to app/, with forward slashes and without ".."',
  );

/** First and last line, counted from 1, both included. */
export const lineRange = z
  .tuple([z.int().min(1).max(100_000), z.int().min(1).max(100_000)])
  .refine(([first, last]) => first <= last, 'the first line stands after the last');
export type LineRange = z.infer<typeof lineRange>;

const place = z.strictObject({ file: appPath, lines: lineRange });
/** Lines of one file. */
export type CodePlace = z.infer<typeof place>;

const cweId = z.int().min(1).max(9999);

/** A planted flaw: ground truth, which stays on the server until the review is graded. */
export const labFinding = z.strictObject({
  id: identifier,
  title: prose(160),
  file: appPath,
  /** Where a reviewer would put the finding. */
  lines: lineRange,
  /** Other places where it is right to report it. */
  also: z.array(place).max(12).default([]),
  cwe: z.strictObject({
    best: cweId,
    /** Nearly as good; all others are judged by their distance in the CWE tree. */
    accepted: z.array(cweId).max(12).default([]),
  }),
  /** A CVSS 4.0 vector. */
  cvss: z
    .string()
    .max(300)
    .regex(/^CVSS:4\.0\//, 'begin with "CVSS:4.0/"'),
  remediation: prose(800),
  /** What an explanation has to say. */
  points: z.array(point).min(1).max(12),
});
export type LabFinding = z.infer<typeof labFinding>;

/** Lines that look dangerous and are not. */
export const distractor = place.extend({ why: prose(600) });
export type Distractor = z.infer<typeof distractor>;

const hint = z.strictObject({
  text: prose(800),
  /** Share of the score of the fix that it costs. */
  cost: z.number().min(0).max(0.5),
});

const run = z.strictObject({
  entry: prose(200),
  /** Path that is polled until it answers anything below 500. */
  ready: z
    .string()
    .max(200)
    .regex(/^\/\S*$/, 'begin with "/"'),
  /** `{canary:NAME}` in a value stands for a random value, fresh in every run. */
  environment: z
    .record(
      z
        .string()
        .max(60)
        .regex(/^[A-Z][A-Z0-9_]*$/, 'use capitals, digits and underscores'),
      z.string().max(4000),
    )
    .default({}),
  /** Laid below the data folder before the start. */
  files: z
    .array(z.strictObject({ path: appPath, content: z.string().max(64_000) }))
    .max(40)
    .default([]),
  /** Names that the app can resolve, and their IPv4 addresses. */
  hosts: z
    .record(
      z
        .string()
        .max(253)
        .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'use a full host name in lower case'),
      z.ipv4(),
    )
    .default({}),
});
export type LabRun = z.infer<typeof run>;

/** What stands in the list of labs; nothing in it may name the flaw. */
const headShape = {
  title: prose(80),
  language: z.enum(labLanguages),
  framework: prose(60),
  kind: z.enum(labKinds),
  difficulty: z.int().min(1).max(5),
  minutes: z.int().min(5).max(240),
  stage: z.enum(stages),
  competencies: z.array(identifier).min(1).max(6),
  summary: prose(300),
  hints: z.array(hint).min(3).max(10),
};

/** The part of `lab.yaml` that a brief is made of. */
export const labHead = z.strictObject(headShape);
export type LabHead = z.infer<typeof labHead>;

/** `labs/<slug>/lab.yaml`. */
export const labFile = z.strictObject({
  ...headShape,
  owasp: z.array(z.enum(owaspIds)).min(1).max(5),
  run,
  findings: z.array(labFinding).min(1).max(10),
  distractors: z.array(distractor).min(3).max(20),
  explain: z.strictObject({
    prompt: prose(800),
    /** Beyond those of the findings. */
    points: z.array(point).max(12).default([]),
    misconceptions: z.array(misconception).min(2).max(12),
  }),
});
export type LabFile = z.infer<typeof labFile>;

/** `labs/<slug>/fixes/<name>/fix.yaml`. */
export const fixFile = z.strictObject({
  title: prose(120),
  /** Markdown: what the fix does and why it holds, or why it tempts and how it is broken. */
  explains: prose(3000),
  /** Checks that have to fail; only for a rejected fix. */
  fails: z.array(identifier).max(40).default([]),
  /** The least version of the language that it needs, where the rest of the lab needs less. */
  needs: z
    .string()
    .max(20)
    .regex(/^\d+(?:\.\d+){0,2}$/, 'use a version such as "1.25"')
    .optional(),
});
export type FixFile = z.infer<typeof fixFile>;

/** A text file; the path is relative to the folder it belongs to (`app/`, `checks/`). */
export type TextFile = { readonly path: string; readonly content: string };

export const fixRoles = ['reference', 'accept', 'reject'] as const;
export type FixRole = (typeof fixRoles)[number];

export type LabFix = FixFile & {
  /** The name of its folder: `reference`, `accept-*` or `reject-*`. */
  readonly name: string;
  readonly role: FixRole;
  /** A unified diff with paths relative to `app/`. */
  readonly patch: string;
};

/** The change that a lab of kind `pull-request` puts up for review; `app/` is the state after it. */
export type PullRequest = {
  readonly title: string;
  /** Markdown, without the title. */
  readonly description: string;
  /** A unified diff with paths relative to `app/`. */
  readonly patch: string;
};

/** A lab with its ground truth, fixes and checks: stays on the server. */
export type Lab = LabFile & {
  readonly slug: string;
  readonly pack: string;
  /** Markdown that the candidate may see at once. */
  readonly brief: string;
  /** Markdown for after the grading. */
  readonly debrief: string;
  readonly app: readonly TextFile[];
  readonly checks: readonly TextFile[];
  /** In name order. */
  readonly fixes: readonly LabFix[];
  readonly pullRequest?: PullRequest;
};

/**
 * What the browser may see before grading: no finding, no distractor, no rubric, no category of the flaw, and of
 * the hints only what each costs, in order.
 */
export type LabBrief = Omit<LabHead, 'hints'> & {
  readonly slug: string;
  readonly pack: string;
  readonly hintCosts: readonly number[];
};

/** Returns the part of a lab that may be shown before it is graded. */
export function briefOf(lab: LabHead & { readonly slug: string; readonly pack: string }): LabBrief {
  const { slug, pack, title, language, framework, kind, difficulty, minutes, stage, competencies, summary } =
    lab;
  const shown = { title, language, framework, kind, difficulty, minutes, stage, competencies, summary };
  return { slug, pack, ...shown, hintCosts: lab.hints.map(({ cost }) => cost) };
}
