import { spawnSync } from 'node:child_process';

export type Probed =
  | { readonly ready: true }
  | { readonly ready: false; readonly message: string; readonly mend: string };

/** Whether bubblewrap works on this machine, and the mend when it does not. */
export function probeSandbox(): Probed {
  const version = spawnSync('bwrap', ['--version'], { encoding: 'utf8' });
  if (version.error) {
    return {
      ready: false,
      message: 'bubblewrap is not installed.',
      mend: 'Run: sudo apt-get install -y bubblewrap',
    };
  }
  return { ready: true };
}
