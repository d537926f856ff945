import { z } from '@hono/zod-openapi';
import { calendarDate, list } from './base.ts';

const language = z.string().trim().min(1).max(40);

const shape = { interviewDate: calendarDate.nullable(), theme: z.enum(['system', 'light', 'dark']) };

export const settings = z.object({ ...shape, languages: list(z.string()) }).openapi('Settings');
export const settingsInput = z.strictObject({ ...shape, languages: z.array(language).max(20) });
