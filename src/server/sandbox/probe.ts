import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { layersCommand } from './bubblewrap.ts';
import { explainRefusal, type Machine } from './refusal.ts';

export type Probed =
  | { readonly ready: true; readonly version: string }
  | { readonly ready: false; readonly message: string; readonly mend: string };

/** The first version that can forbid further user namespaces inside a sandbox. */
const leastVersion = [0, 8] as const;
const longestTry = 10_000;

/** Tries whether the layers of the sandbox can be made on this machine, and says the mend when they cannot. */
export function probeSandbox(): Probed {
  if (process.platform !== 'linux') {
    return lacking(
      'Labs run in bubblewrap, which needs Linux.',
      'Start Hotseat in a Linux machine, also a virtual one; everything else works here.',
    );
  }
  return missingProgram() ?? oldVersion() ?? tryLayers();
}

/** The same, but tried again only when it last failed, and then after a pause (milliseconds). */
export function rememberingProbe(probe: () => Probed = probeSandbox, pause = 5_000): () => Probed {
  let last: { readonly probed: Probed; readonly at: number } | undefined;
  return () => {
    const now = performance.now();
    if (!last || (!last.probed.ready && now - last.at >= pause)) last = { probed: probe(), at: now };
    return last.probed;
  };
}

const lacking = (message: string, mend: string): Probed => ({ ready: false, message, mend });

const packageOf = { bwrap: 'bubblewrap', ip: 'iproute2', setpriv: 'util-linux', prlimit: 'util-linux' };

function missingProgram(): Probed | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  const missing = Object.entries(packageOf).find(
    ([program]) => !folders.some((folder) => isProgram(join(folder, program))),
  );
  if (!missing) return undefined;
  const [program, systemPackage] = missing;
  return lacking(
    `The program ${program} (package ${systemPackage}) is not installed.`,
    `Run: sudo apt-get install -y ${systemPackage} (on other systems, install ${systemPackage} their way)`,
  );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const run = ([program = '', ...args]: readonly string[]) =>
  spawnSync(program, args, { encoding: 'utf8', timeout: longestTry, stdio: ['ignore', 'pipe', 'pipe'] });

const bubblewrapVersion = (): string => run(['bwrap', '--version']).stdout?.match(/[\d.]+/)?.[0] ?? '0';

function oldVersion(): Probed | undefined {
  const version = bubblewrapVersion();
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > leastVersion[0] || (major === leastVersion[0] && minor >= leastVersion[1])) return undefined;
  const least = leastVersion.join('.');
  return lacking(
    `bubblewrap ${version} is too old: labs need ${least}.`,
    `Install bubblewrap ${least} or newer; Debian 12 and Ubuntu 24.04 have it.`,
  );
}

function tryLayers(): Probed {
  const tried = run(layersCommand(process.getuid?.() === 0));
  if (tried.status === 0) return { ready: true, version: bubblewrapVersion() };
  const said =
    tried.error?.message ?? (tried.stderr.trim() || `it ended with ${tried.signal ?? tried.status}`);
  return { ready: false, ...explainRefusal(said, thisMachine()) };
}

function thisMachine(): Machine {
  const setting = (path: string): string | undefined => {
    try {
      return readFileSync(join('/proc/sys', path), 'utf8').trim();
    } catch {
      return undefined;
    }
  };
  return {
    setting,
    inContainer: existsSync('/.dockerenv') || existsSync('/run/.containerenv'),
    restrictsBubblewrap: existsSync('/etc/apparmor.d/bwrap-userns-restrict'),
  };
}
