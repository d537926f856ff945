import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';
import { sfntOf } from './sfnt.ts';

export type Weight = 'regular' | 'strong';

/** One file of a typeface: the characters of some scripts. */
export type Font = { readonly name: string; readonly data: Buffer; readonly characters: ReadonlySet<number> };

/** IBM Plex Sans comes in a file for each script, the one that is wanted most often first. */
const scripts = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const;
const grades: Readonly<Record<Weight, number>> = { regular: 400, strong: 600 };

const { resolve } = createRequire(import.meta.url);
let loaded: Readonly<Record<Weight, readonly Font[]>> | undefined;

/** The embedded fonts, read once. */
export function fonts(): Readonly<Record<Weight, readonly Font[]>> {
  loaded ??= { regular: scripts.map(loader('regular')), strong: scripts.map(loader('strong')) };
  return loaded;
}

const loader =
  (weight: Weight) =>
  (script: string): Font => {
    const file = `@fontsource/ibm-plex-sans/files/ibm-plex-sans-${script}-${grades[weight]}-normal.woff`;
    const data = sfntOf(readFileSync(resolve(file)));
    const font = create(data);
    if (!('characterSet' in font)) throw new Error(`${file} is no single font.`);
    return { name: `${weight}-${script}`, data, characters: new Set(font.characterSet) };
  };
