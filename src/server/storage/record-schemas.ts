import { z } from 'zod';
import type { Question } from '#core/content/question.ts';
import { bands, categories, formats, redFlagIds, stages, tiers } from '#core/content/vocabulary.ts';
import type { Grade, Quote } from '#core/grading/grade.ts';

/*
 * Shapes of the nested records in an export. They are looser than the content schemas (no lengths, unknown
 * keys kept), because content may tighten its rules while old exports must stay readable.
 */
const offset = z.int().min(0);
const probability = z.number().min(0).max(1);

export const verdictSchema = z.enum(['yes', 'no', 'unsure']);

export const quoteSchema = z.looseObject({
  text: z.string(),
  start: offset,
  end: offset,
}) satisfies z.ZodType<Quote>;

const quotes = z.array(quoteSchema);

export const gradeSchema = z.looseObject({
  question: z.string(),
  score: probability,
  band: z.enum(bands),
  points: z.array(
    z.looseObject({
      id: z.string(),
      tier: z.enum(tiers),
      met: verdictSchema,
      probability,
      quotes,
      because: z.string(),
    }),
  ),
  misconceptions: z.array(z.looseObject({ id: z.string(), probability, quotes })),
  flags: z.array(z.looseObject({ id: z.enum(redFlagIds), quotes })),
  reader: z.enum(['lexical', 'judge']),
}) satisfies z.ZodType<Grade>;

const words = z.array(z.string());

const storedPoint = z.looseObject({
  id: z.string(),
  claim: z.string(),
  tier: z.enum(tiers),
  weight: z.number(),
  probe: z.string(),
  paraphrases: words,
  slots: z.looseObject({ need: z.number(), groups: z.array(words) }),
  anti: words,
});

const storedExample = z.looseObject({
  title: z.string(),
  band: z.enum(bands),
  meets: words,
  misconceptions: words,
  flags: z.array(z.enum(redFlagIds)),
  answer: z.string(),
  notes: z.array(z.looseObject({ quote: z.string(), comment: z.string() })),
});

const snippetLanguages = ['python', 'java', 'go', 'javascript', 'typescript', 'yaml', 'dockerfile'] as const;
const snippetFormats = ['http', 'sql', 'hcl', 'xml', 'json', 'text'] as const;

export const storedQuestionSchema = z.looseObject({
  slug: z.string(),
  pack: z.string(),
  title: z.string(),
  category: z.enum(categories),
  format: z.enum(formats),
  stage: z.enum(stages),
  competencies: words,
  difficulty: z.number(),
  minutes: z.number(),
  prompt: z.string(),
  snippet: z
    .looseObject({
      language: z.enum([...snippetLanguages, ...snippetFormats]),
      file: z.string(),
      code: z.string(),
    })
    .optional(),
  tests: z.string(),
  points: z.array(storedPoint),
  misconceptions: z.array(
    z.looseObject({
      id: z.string(),
      claim: z.string(),
      correction: z.string(),
      contradicts: words,
      anti: words,
    }),
  ),
  twist: z.looseObject({ prompt: z.string(), reference: z.string() }),
  references: words,
  examples: z.array(storedExample),
  debrief: z.string(),
}) satisfies z.ZodType<Question>;
