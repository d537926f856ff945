import { availableParallelism } from 'node:os';
import { findLabBrowser } from './browser.ts';
import { type CellParts, cellCommand } from './bubblewrap.ts';
import { createBubblewrapSandbox } from './bubblewrap-sandbox.ts';
import type { CellRecipe } from './cell-pool.ts';
import { setupOf } from './languages/setup-of.ts';
import { rememberingProbe } from './probe.ts';
import type { CellKind, Sandbox } from './sandbox.ts';
import { readToolchain } from './toolchain.ts';

export type LabSandboxOptions = { readonly toolchains: string; readonly keepWarm: boolean };

/** The sandbox of this machine: as many runs at once as it has processors, but not more than four. */
export function createLabSandbox({ toolchains, keepWarm }: LabSandboxOptions): Sandbox {
  const asRoot = process.getuid?.() === 0;
  const partsOf = cellParts(toolchains);
  const recipe = (kind: CellKind): CellRecipe => {
    const { stamp, parts } = partsOf(kind);
    return { stamp, command: cellCommand({ ...parts, asRoot }) };
  };
  return createBubblewrapSandbox({
    ...{ toolchains, keepWarm, probe: rememberingProbe(), recipe },
    atOnce: Math.min(4, availableParallelism()),
  });
}

type StampedParts = { readonly stamp: string; readonly parts: Omit<CellParts, 'asRoot'> };

/** What a cell of a kind is made of here, and the stamp of its toolchain. Throws where that is missing. */
export function cellParts(toolchains: string): (kind: CellKind) => StampedParts {
  const found = findLabBrowser();
  return ({ language, pages }) => {
    const read = readToolchain(toolchains, language);
    if (read.state !== 'ready') throw new Error(`${read.message} ${read.mend}`);
    const browser = pages ? found : undefined;
    const parts = { setup: setupOf(read.toolchain), node: process.execPath, browser };
    return { stamp: read.toolchain.stamp, parts };
  };
}
