import { z } from '@hono/zod-openapi';
import { bands, categories, formats, stages, tiers } from '#core/content/vocabulary.ts';

/** Lists in answers are read-only, as they are in core. */
export const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();

export const instant = z.string().openapi({ format: 'date-time', example: '2026-11-23T20:15:00.000Z' });

/** A real day of the calendar: 2026-02-30 is refused. */
export const calendarDate = z.iso.date().openapi({ format: 'date', example: '2026-12-14' });

export const band = z.enum(bands);
export const category = z.enum(categories);
export const format = z.enum(formats);
export const stage = z.enum(stages);
export const tier = z.enum(tiers);
export const verdict = z.enum(['yes', 'no', 'unsure']);
export const attemptState = z.enum(['drafting', 'submitted', 'graded']);
export const questionStatus = z.enum(['new', 'due', 'weak', 'strong', 'resting']);
export const selfScore = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

/** Offsets are UTF-16 code units into the answer. */
export const quote = z.object({ text: z.string(), start: z.int(), end: z.int() });

/** Attempt ids are made by the server; anything else is simply not found. */
export const attemptId = z.string().min(1).max(64);
export const slug = z.string().min(1).max(80);

/** One value or several in a query: `?category=a&category=b`. */
export const several = <S extends z.ZodType>(one: S) =>
  z
    .union([one, z.array(one).max(30)])
    .transform((value): z.output<S>[] => (Array.isArray(value) ? value : [value as z.output<S>]))
    .optional();

/** A whole number in a path or a query. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .pipe(z.int().min(least).max(most));
