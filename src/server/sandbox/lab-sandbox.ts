import { availableParallelism } from 'node:os';
import { createBubblewrapSandbox } from './bubblewrap-sandbox.ts';
import { probeSandbox } from './probe.ts';
import type { Sandbox } from './sandbox.ts';

/** The sandbox of this machine: as many runs at once as it has processors, but not more than four. */
export function createLabSandbox({
  toolchains,
  keepWarm,
}: {
  toolchains: string;
  keepWarm: boolean;
}): Sandbox {
  let probed: ReturnType<typeof probeSandbox> | undefined;
  const probe = () => {
    probed ??= probeSandbox();
    return probed;
  };
  return createBubblewrapSandbox({
    toolchains,
    keepWarm,
    probe,
    atOnce: Math.min(4, availableParallelism()),
  });
}
