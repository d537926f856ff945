import { cellCommand } from '#server/sandbox/bubblewrap.ts';
import { createBubblewrapSandbox } from '#server/sandbox/bubblewrap-sandbox.ts';
import { cellParts, type LabSandboxOptions } from '#server/sandbox/lab-sandbox.ts';
import type { SupervisorPlan } from '#server/sandbox/protocol.ts';
import type { Sandbox } from '#server/sandbox/sandbox.ts';

/** Options of bubblewrap that confine, with how many values each takes; what is left only arranges folders. */
const confining: ReadonlyMap<string, number> = new Map([
  ['--unshare-all', 0],
  ['--unshare-user', 0],
  ['--unshare-pid', 0],
  ['--unshare-ipc', 0],
  ['--unshare-uts', 0],
  ['--disable-userns', 0],
  ['--uid', 1],
  ['--gid', 1],
  ['--hostname', 1],
  ['--cap-add', 1],
]);

/** The same runs on trusted submissions, with folders in the same places and nothing confined: for comparison only. */
export function createUnconfinedSandbox(options: LabSandboxOptions): Sandbox {
  const partsOf = cellParts(options.toolchains);
  return createBubblewrapSandbox({
    ...options,
    atOnce: 2,
    probe: () => ({ ready: true }),
    recipe: (kind) => {
      const { stamp, parts } = partsOf(kind);
      return { stamp, command: unconfined(cellCommand({ ...parts, asRoot: false })) };
    },
  });
}

function unconfined(command: readonly string[]): readonly string[] {
  const shell = command.indexOf('sh');
  const supervisor = command.slice(shell + 4);
  const plan = JSON.parse(supervisor.at(-1) ?? '') as SupervisorPlan;
  const open: SupervisorPlan = {
    ...plan,
    app: withoutConfinement(plan.app),
    checker: withoutConfinement(plan.checker),
  };
  return [...withoutConfinement(command.slice(0, shell)), ...supervisor.slice(0, -1), JSON.stringify(open)];
}

function withoutConfinement(command: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < command.length; at += 1) {
    const word = command[at] ?? '';
    const values = confining.get(word);
    // Its processes are kept together, so that they can be ended together.
    if (word === '--unshare-all') kept.push('--unshare-pid');
    if (values === undefined) kept.push(word);
    else at += values;
  }
  return kept;
}
