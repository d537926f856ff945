import { availableParallelism } from 'node:os';
import type { LabLanguage } from '#core/content/lab.ts';
import { findLabBrowser } from './browser.ts';
import { type CellParts, cellCommand } from './bubblewrap.ts';
import { createBubblewrapSandbox } from './bubblewrap-sandbox.ts';
import { setupOf } from './languages/setup-of.ts';
import { rememberingProbe } from './probe.ts';
import type { Sandbox } from './sandbox.ts';
import { readToolchain } from './toolchain.ts';

export type LabSandboxOptions = { readonly toolchains: string; readonly keepWarm: boolean };

/** The sandbox of this machine: as many runs at once as it has processors, but not more than four. */
export function createLabSandbox({ toolchains, keepWarm }: LabSandboxOptions): Sandbox {
  const asRoot = process.getuid?.() === 0;
  const partsOf = cellParts(toolchains);
  const command = (language: LabLanguage) => cellCommand({ ...partsOf(language), asRoot });
  return createBubblewrapSandbox({
    ...{ toolchains, keepWarm, probe: rememberingProbe(), command },
    atOnce: Math.min(4, availableParallelism()),
  });
}

/** What a cell of a language is made of here. Throws where its toolchain is missing. */
export function cellParts(toolchains: string): (language: LabLanguage) => Omit<CellParts, 'asRoot'> {
  const browser = findLabBrowser();
  return (language) => {
    const read = readToolchain(toolchains, language);
    if (read.state !== 'ready') throw new Error(`${read.message} ${read.mend}`);
    return { setup: setupOf(read.toolchain), node: process.execPath, browser };
  };
}
