import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { partNames } from '#core/story/part.ts';

const labeledStory = z.object({
  id: z.string(),
  quality: z.number().int().min(1).max(5),
  sentences: z.array(z.tuple([z.enum(partNames), z.string()])).min(1),
  flags: z.record(z.string(), z.array(z.number().int())),
  ownership: z.enum(['i', 'we', 'mixed']),
  measured: z.boolean(),
});
export type LabeledStory = z.infer<typeof labeledStory>;

/** The labeled stories of `data/<set>/`, in the order of files. */
export function labeledStories(set: 'train' | 'test'): LabeledStory[] {
  return filesOf(set).flatMap(
    (text) => z.object({ stories: z.array(labeledStory) }).parse(parse(text)).stories,
  );
}

/** The texts of the YAML files of a set; none where the folder is missing. */
export function filesOf(set: string): string[] {
  const folder = fileURLToPath(new URL(`data/${set}`, import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** The story as it is told. */
export const textOf = ({ sentences }: LabeledStory): string => sentences.map(([, text]) => text).join(' ');
