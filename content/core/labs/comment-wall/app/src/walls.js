import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { config } from './config.js';
import { Problem } from './problem.js';

const imported = existsSync(config.importedFile) ? JSON.parse(readFileSync(config.importedFile, 'utf8')) : {};

/** Name of a wall -> its comments, oldest first. */
const walls = new Map(Object.entries(imported));

const comment = z.object({
  author: z.string().trim().min(1).max(160),
  text: z.string().trim().min(1).max(2000),
  website: z.string().trim().max(300).includes('://').optional(),
});

/** Takes HTML tags out: the wall is for text. */
const withoutTags = (text) => text.replace(/<\/?[a-z][^>]*>/gi, '');

export const commentsOn = (wall) => walls.get(wall) ?? [];

export function leaveComment(wall, body) {
  const { data, error } = comment.safeParse(body);
  if (error) throw new Problem(400, z.prettifyError(error));
  const left = { id: randomUUID(), ...data, text: withoutTags(data.text), at: new Date().toISOString() };
  walls.set(wall, [...commentsOn(wall), left]);
  return left;
}
