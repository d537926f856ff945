import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { redFlagIds } from '#core/content/vocabulary.ts';
import type { FlagText } from './fit-flags.ts';
import type { LabeledStory } from './stories.ts';

const texts = z.object({ shows: z.array(z.string()), clean: z.array(z.string()) });
const inStories = 3;

/** The sentences of labeled stories, each with the flag that it shows. */
export const flagTextsOf = (stories: readonly LabeledStory[]): FlagText[] =>
  stories.flatMap(({ sentences, flags }) =>
    sentences.map(([, text], at) => {
      const flag = redFlagIds.find((id) => flags[id]?.includes(at + 1));
      return { text, flag, weight: flag === undefined ? 1 : inStories };
    }),
  );

/** Texts that show a red flag and texts close to those that do not: of the judge's training and of the content. */
export function flagStatements(): FlagText[] {
  const judge = new URL('../train-judge/data/', import.meta.url);
  const base = z.record(z.string(), texts).parse(parse(textOf(new URL('flags.yaml', judge))));
  return redFlagIds.flatMap((flag) => {
    const content = new URL(`../../content/core/red-flags/${flag}.yaml`, import.meta.url);
    const more = new URL(`flags-more/${flag}.yaml`, judge);
    return [base[flag], texts.parse(parse(textOf(more))), texts.parse(parse(textOf(content)))].flatMap(
      (own) => [
        ...(own?.shows ?? []).map((text) => ({ text, flag, weight: 1 })),
        ...(own?.clean ?? []).map((text) => ({ text, flag: undefined, weight: 1 })),
      ],
    );
  });
}

const textOf = (file: URL): string => readFileSync(file, 'utf8');
