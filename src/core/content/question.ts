import { z } from 'zod';
import { bands, categories, formats, redFlagIds, stages, tiers } from './vocabulary.ts';

const prose = (longest: number) => z.string().trim().min(1).max(longest);

/** Lower-case words joined by hyphens: the form of every identifier in content. */
export const identifier = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens, such as "login-csrf-token"');

/**
 * Words that must come together for a point to count as made. A window of the answer satisfies the slots
 * when it holds at least one phrase from `need` or more of the groups.
 */
const slots = z
  .strictObject({
    need: z.int().min(1).max(8),
    groups: z
      .array(z.array(prose(80)).min(1).max(40))
      .min(1)
      .max(8),
  })
  .refine((value) => value.need <= value.groups.length, {
    path: ['need'],
    message: 'asks for more groups than there are',
  });

export const point = z.strictObject({
  id: identifier,
  claim: prose(600),
  tier: z.enum(tiers),
  /** Multiplies the weight of the tier. */
  weight: z.number().min(0.5).max(2).default(1),
  probe: prose(400),
  paraphrases: z.array(prose(400)).min(3).max(20),
  slots,
  /** Phrases that, in the same window, show that the speaker holds the opposite. */
  anti: z.array(prose(160)).max(20).default([]),
});
export type Point = z.infer<typeof point>;

export const misconception = z.strictObject({
  id: identifier,
  claim: prose(600),
  correction: prose(800),
  /** Points that nobody can have made who said this. */
  contradicts: z.array(identifier).max(12),
  /** Short ways to say it; the words of a phrase match in order with a few words in between. */
  anti: z.array(prose(160)).min(2).max(30),
});
export type Misconception = z.infer<typeof misconception>;

const note = z.strictObject({
  /** Verbatim from the answer. */
  quote: prose(400),
  comment: prose(400),
});

/** A worked answer; `content lint` grades it and compares the result with what is declared here. */
export const example = z.strictObject({
  title: prose(120),
  band: z.enum(bands),
  meets: z.array(identifier).max(40),
  misconceptions: z.array(identifier).max(12).default([]),
  flags: z.array(z.enum(redFlagIds)).max(5).default([]),
  answer: prose(8000),
  notes: z.array(note).min(1).max(20),
});
export type Example = z.infer<typeof example>;

const snippet = z.strictObject({
  language: z.enum([
    'python',
    'java',
    'go',
    'javascript',
    'typescript',
    'yaml',
    'dockerfile',
    'http',
    'sql',
    'hcl',
    'xml',
    'json',
    'text',
  ]),
  file: prose(120),
  code: z.string().min(1).max(8000),
});

/** What a question is about; the part a candidate may see before answering. */
const promptShape = {
  slug: identifier,
  title: prose(80),
  category: z.enum(categories),
  format: z.enum(formats),
  stage: z.enum(stages),
  competencies: z.array(identifier).min(1).max(6),
  difficulty: z.int().min(1).max(5),
  minutes: z.int().min(1).max(30),
  prompt: prose(1500),
  snippet: snippet.optional(),
};

/** The part of the front matter that a prompt is made of. */
export const promptFrontMatter = z.strictObject(promptShape);

export const questionPrompt = z.strictObject({ ...promptShape, pack: identifier });
/** What the browser may see before answering: no rubric, no example, no debrief. */
export type QuestionPrompt = z.infer<typeof questionPrompt>;

/** The front matter of `questions/<slug>.md`. */
export const questionFrontMatter = z.strictObject({
  ...promptShape,
  tests: prose(800),
  points: z.array(point).min(3).max(20),
  misconceptions: z.array(misconception).max(12),
  twist: z.strictObject({ prompt: prose(800), reference: prose(2000) }),
  references: z.array(prose(200)).min(1).max(30),
  examples: z.array(example).min(2).max(6),
});

/** A question with its rubric: stays on the server until the answer is in. */
export type Question = z.infer<typeof questionFrontMatter> & {
  readonly pack: string;
  /** Markdown: what is measured, how a strong answer runs. */
  readonly debrief: string;
};

/** Returns the part of a question that may be shown before it is answered. */
export function promptOf(question: Question): QuestionPrompt {
  const { slug, pack, title, category, format, stage, competencies, difficulty, minutes, prompt } = question;
  const shown = { slug, pack, title, category, format, stage, competencies, difficulty, minutes, prompt };
  return question.snippet ? { ...shown, snippet: question.snippet } : shown;
}
