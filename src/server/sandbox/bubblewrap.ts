import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LabBrowser } from './browser.ts';
import type { LanguageSetup, Mount } from './languages/language.ts';
import type { SupervisorPlan } from './protocol.ts';

const sandboxCode = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** The unprivileged user that a server run by root becomes before anything else happens. */
const nobody = 65_534;

/** Everything written in a sandbox together: the app's files, its data, temporary files, build output. */
const workBytes = 64 * 1024 * 1024;
/** Temporary files of the checks; a browser keeps its profile there. */
const checkerBytes = 256 * 1024 * 1024;
/** Memory of the checks alone, and with an empty browser that takes some 230 MB. */
const checksMegabytes = 512;
const browserMegabytes = 768;
const buildBytes = 192 * 1024 * 1024;

/** Beyond the limit on processes the watchdog ends the app; this many more and the kernel refuses. */
const beyondLimit = 64;

/** Parts of /etc that programs need to find their libraries, fonts and configuration. */
const systemFiles = [
  '/etc/ld.so.cache',
  '/etc/alternatives',
  '/etc/fonts',
  '/etc/java-17-openjdk',
  '/etc/java-21-openjdk',
  '/etc/java-25-openjdk',
];
const systemFolders = ['/bin', '/sbin', '/lib', '/lib64', '/lib32'];

export type CellParts = {
  readonly setup: LanguageSetup;
  /** The Node that runs supervisor and checks. */
  readonly node: string;
  readonly browser: LabBrowser | undefined;
  readonly asRoot: boolean;
};

/** The arguments that start the outer sandbox with the supervisor in it. */
export function cellCommand({ setup, node, browser, asRoot }: CellParts): readonly string[] {
  const mounts: readonly Mount[] = [
    { from: node, at: '/hotseat/node' },
    { from: sandboxCode, at: '/hotseat/sandbox' },
    { from: `${sandboxCode}/inside`, at: '/hotseat/inside' },
    ...setup.mounts,
    ...(browser?.mounts ?? []),
  ];
  const plan: SupervisorPlan = {
    app: appCommand(setup),
    checker: checkerCommand(browser),
    limits: setup.limits,
    checkerMegabytes: browser ? browserMegabytes : checksMegabytes,
    ...(setup.cache !== undefined && { cache: setup.cache }),
  };
  const supervisor = ['/hotseat/node', '/hotseat/sandbox/inside/supervisor.ts', JSON.stringify(plan)];
  const outer = [
    ...outerLayer(),
    ...systemMounts(),
    ...readOnly(relocated(mounts, asRoot)),
    ...['--proc', '/proc', '--dev', '/dev', '--dir', '/tmp'],
    ...['--size', String(setup.cache ? buildBytes : workBytes), '--tmpfs', '/hotseat/work'],
    ...['--remount-ro', '/dev', '--chdir', '/'],
    ...['--', 'sh', '-c', everyAddressIsLoopback, 'sh', ...supervisor],
  ];
  return asRoot ? [...becomeNobody(mounts), ...outer] : outer;
}

/** Runs `true` below the same layers, to see whether they can be made on this machine. */
export function layersCommand(asRoot: boolean): readonly string[] {
  return [
    ...(asRoot ? becomeNobody([]) : []),
    ...outerLayer(),
    ...systemMounts(),
    ...['--proc', '/proc', '--dev', '/dev', '--dir', '/tmp', '--chdir', '/'],
    ...['--', 'sh', '-c', everyAddressIsLoopback, 'sh'],
    ...innerLayer(),
    ...systemMounts(),
    ...['--proc', '/proc', '--dev', '/dev', ...sealed, '--', 'prlimit', '--core=0', '--', 'true'],
  ];
}

const outerLayer = (): string[] => [
  'bwrap',
  ...['--die-with-parent', '--new-session', '--unshare-all', '--clearenv'],
  ...['--setenv', 'PATH', '/usr/sbin:/usr/bin:/sbin:/bin'],
  // Both are lost again before the supervisor runs: one to route, one to map a user that is not root.
  ...['--uid', '0', '--gid', '0', '--cap-add', 'CAP_NET_ADMIN', '--cap-add', 'CAP_SETFCAP'],
];

/** Every IPv4 address is this sandbox's own loopback; then the capabilities are given up. */
const everyAddressIsLoopback =
  'ip route add local 0.0.0.0/0 dev lo && exec bwrap --die-with-parent --unshare-user --uid 1000 --gid 1000 --dev-bind / / --remount-ro / "$@"';

/** Root may read paths that the unprivileged user may not, so it mounts them before it lets go of its power. */
function becomeNobody(mounts: readonly Mount[]): readonly string[] {
  return [
    'bwrap',
    '--die-with-parent',
    ...openFolders(['/etc/any', ...mounts.map(({ at }) => staged(at))]),
    ...systemMounts(),
    ...readOnly(mounts.map(({ from, at }) => ({ from, at: staged(at) }))),
    ...['--dev-bind', '/proc', '/proc', '--dev-bind', '/dev', '/dev', '--dir', '/tmp'],
    ...['--cap-add', 'CAP_SETUID', '--cap-add', 'CAP_SETGID', '--cap-add', 'CAP_SETPCAP'],
    ...['--', 'setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'],
    ...['--bounding-set=-all', '--inh-caps=-all', '--'],
  ];
}

/** Makes the folders above some paths, open to everybody; bubblewrap alone would open them to root only. */
function openFolders(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split('/').slice(1, -1);
    for (let depth = 1; depth <= parts.length; depth += 1) folders.add(`/${parts.slice(0, depth).join('/')}`);
  }
  return [...folders].flatMap((folder) => ['--dir', folder]);
}

const staged = (at: string): string => `/staged${at}`;
const relocated = (mounts: readonly Mount[], asRoot: boolean): readonly Mount[] =>
  asRoot ? mounts.map(({ at }) => ({ from: staged(at), at })) : mounts;

const readOnly = (mounts: readonly Mount[]): string[] =>
  mounts.flatMap(({ from, at }) => ['--ro-bind', from, at]);

/** The system's programs and libraries; on most systems /bin and its like are links into /usr. */
function systemMounts(): string[] {
  const folders = systemFolders.filter((folder) => existsSync(folder));
  return [
    ...['--ro-bind', '/usr', '/usr'],
    ...folders.flatMap((folder) => ['--ro-bind', folder, folder]),
    ...systemFiles.filter((file) => existsSync(file)).flatMap((file) => ['--ro-bind', file, file]),
  ];
}

/** The sandboxes inside the outer one: no way to more users, no other process in sight, nothing writable unless bound. */
const innerLayer = (): string[] => [
  'bwrap',
  ...['--die-with-parent', '--new-session', '--clearenv'],
  ...['--unshare-user', '--unshare-pid', '--unshare-ipc', '--unshare-uts', '--disable-userns'],
  ...['--uid', '1000', '--gid', '1000', '--hostname', 'lab'],
];

const inner = (): string[] => [
  ...innerLayer(),
  ...systemMounts(),
  ...[
    '--ro-bind',
    '/hotseat/work/etc/passwd',
    '/etc/passwd',
    '--ro-bind',
    '/hotseat/work/etc/group',
    '/etc/group',
  ],
  ...['--ro-bind', '/hotseat/work/etc/hosts', '/etc/hosts'],
  ...['--proc', '/proc', '--dev', '/dev'],
  ...['--ro-bind', '/hotseat/node', '/hotseat/node'],
];

const sealed = ['--remount-ro', '/dev', '--remount-ro', '/'];

const environment = (variables: Readonly<Record<string, string>>): string[] =>
  Object.entries(variables).flatMap(([name, value]) => ['--setenv', name, value]);

function appCommand({ mounts, command, environment: own, limits, cache }: LanguageSetup): readonly string[] {
  const variables = {
    PATH: '/usr/bin:/bin',
    HOME: '/tmp',
    LANG: 'C.UTF-8',
    DATA_DIR: '/srv/data',
    HOST: '127.0.0.1',
    ...own,
  };
  return [
    ...inner(),
    ...environment(variables),
    ...readOnly(mounts.map(({ at }) => ({ from: at, at }))),
    ...['--ro-bind', '/hotseat/inside', '/hotseat/inside'],
    ...['--ro-bind', '/hotseat/work/app', '/srv/app', '--bind', '/hotseat/work/data', '/srv/data'],
    ...['--bind', '/hotseat/work/tmp', '/tmp', '--bind', '/hotseat/work/shm', '/dev/shm'],
    ...(cache ? ['--bind', '/hotseat/work/cache', '/hotseat/work/cache'] : []),
    ...sealed,
    ...['--chdir', '/srv/app', '--'],
    ...[
      'prlimit',
      '--core=0',
      '--cpu=60',
      '--nofile=1024',
      `--nproc=${limits.processes + beyondLimit}`,
      '--fsize=67108864',
      '--',
    ],
    ...command,
  ];
}

function checkerCommand(browser: LabBrowser | undefined): readonly string[] {
  return [
    ...inner(),
    ...environment({ PATH: '/usr/bin:/bin', HOME: '/tmp', LANG: 'C.UTF-8' }),
    ...(browser ? withBrowser(browser) : []),
    ...['--ro-bind', '/hotseat/sandbox', '/checker/sandbox'],
    ...['--ro-bind', '/hotseat/sandbox/checker/scope.json', '/checker/package.json'],
    ...['--ro-bind', '/hotseat/work/checks', '/checker/checks'],
    ...['--ro-bind', '/hotseat/work/app', '/srv/app', '--ro-bind', '/hotseat/work/data', '/srv/data'],
    ...['--ro-bind', '/hotseat/work/tmp', '/srv/tmp', '--ro-bind', '/hotseat/work/log', '/srv/log'],
    ...['--size', String(checkerBytes), '--tmpfs', '/tmp'],
    ...sealed,
    ...['--chdir', '/tmp', '--', 'prlimit', '--core=0', '--cpu=120', '--nofile=1024', '--'],
    ...['/hotseat/node', '--disable-warning=ExperimentalWarning', '/checker/sandbox/checker/main.ts'],
  ];
}

const withBrowser = ({ program, mounts }: LabBrowser): string[] => [
  ...['--setenv', 'LAB_BROWSER', program],
  ...mounts.flatMap(({ at }) =>
    at === '/hotseat/playwright-core'
      ? ['--ro-bind', at, '/checker/node_modules/playwright-core']
      : ['--ro-bind', at, at],
  ),
];
