import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type LabLanguage, labLanguageNames, labLanguages } from '#core/content/lab.ts';
import { preparationOf } from './toolchain-progress.ts';

const missing = z.object({ language: z.enum(labLanguages), missing: z.string(), mend: z.string() });
const common = { version: z.string(), stamp: z.string() };
const ready = z.discriminatedUnion('language', [
  z.object({
    language: z.literal('python'),
    ...common,
    interpreter: z.string(),
    home: z.string(),
    packages: z.string(),
  }),
  z.object({ language: z.literal('javascript'), ...common, interpreter: z.string(), packages: z.string() }),
  z.object({ language: z.literal('go'), ...common, home: z.string(), cache: z.string() }),
  z.object({
    language: z.literal('java'),
    ...common,
    home: z.string(),
    packages: z.string(),
    launcher: z.string(),
    archive: z.string().optional(),
  }),
]);

/** A prepared toolchain, as setup wrote it; all paths are absolute paths of the host. */
export type Toolchain = z.infer<typeof ready>;
export type ToolchainOf<L extends LabLanguage> = Extract<Toolchain, { language: L }>;

export type ToolchainState =
  | { readonly state: 'ready'; readonly toolchain: Toolchain }
  | { readonly state: 'preparing' | 'missing'; readonly message: string; readonly mend: string };

function notPrepared(folder: string, language: LabLanguage): ToolchainState {
  const doing = preparationOf(folder, language);
  return doing === undefined
    ? {
        state: 'missing',
        message: `Labs in ${labLanguageNames[language]} are not prepared yet.`,
        mend: 'Run: bin/hotseat labs prepare',
      }
    : {
        state: 'preparing',
        message: `Labs in ${labLanguageNames[language]} are being prepared: ${doing}.`,
        mend: 'Wait a minute or two; they are ready without a restart.',
      };
}

/** Reads what setup prepared for a language; `folder` is the folder of all toolchains. */
export function readToolchain(folder: string, language: LabLanguage): ToolchainState {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(join(folder, language, 'toolchain.json'), 'utf8'));
  } catch {
    return notPrepared(folder, language);
  }
  const lacking = missing.safeParse(value);
  if (lacking.success && preparationOf(folder, language) === undefined)
    return { state: 'missing', message: lacking.data.missing, mend: lacking.data.mend };
  const parsed = ready.safeParse(value);
  return parsed.success ? { state: 'ready', toolchain: parsed.data } : notPrepared(folder, language);
}
