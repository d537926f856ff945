// The whole preparation, with tools that only pretend, in a checkout of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../src/server/fixtures-for-tests.ts';

const root = join(import.meta.dirname, '..');

/** Each leaves a line in `calls` and makes what the real one would. */
const tools = {
  npm: '/bin/mkdir -p node_modules/express',
  python3: `case "$*" in
    *implementation*) echo '{"version":"3.12.1","implementation":"cpython","interpreter":"'"$0"'","home":"/usr","pip":true}' ;;
    *install*) while [ "$1" != --target ]; do shift; done; /bin/mkdir -p "$2/flask" ;;
  esac`,
  // Too old, so that no test builds with the real one.
  go: "printf 'go1.19.8\\n/\\n'",
  mvn: `for word; do case "$word" in -DoutputDirectory=*) /bin/mkdir -p "\${word#*=}" ;; esac; done`,
  javac: 'echo javac 17.0.1',
};
type Tool = keyof typeof tools;

function checkout() {
  const folder = temporaryFolder();
  const path = folder.path;
  cpSync(join(root, 'setup'), join(path, 'setup'), { recursive: true });
  cpSync(join(root, 'src/server/sandbox/inside'), join(path, 'src/server/sandbox/inside'), {
    recursive: true,
  });
  mkdirSync(join(path, 'bin'));
  const calls = join(path, 'calls');
  const install = (tool: Tool, script: string = tools[tool]): void => {
    writeFileSync(join(path, 'bin', tool), `#!/bin/sh\necho "${tool} $1" >> '${calls}'\n${script}\n`);
    chmodSync(join(path, 'bin', tool), 0o755);
  };
  install('go');
  const args = [join(path, 'setup/toolchains.mjs')];
  const options = { env: { PATH: join(path, 'bin') }, encoding: 'utf8' } as const;
  return {
    path,
    install,
    prepare: () => spawnSync(process.execPath, args, options),
    prepareBeside: (): ChildProcess =>
      spawn(process.execPath, [...args, '--background'], { ...options, stdio: ['pipe', 'ignore', 'ignore'] }),
    calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : []),
    toolchain: (language: string) =>
      JSON.parse(readFileSync(join(path, '.hotseat/toolchains', language, 'toolchain.json'), 'utf8')),
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

it.runIf(process.platform === 'linux')('prepares a language once, and anew when its pins change', () => {
  using place = checkout();
  place.install('npm');
  place.prepare();
  const { packages, stamp } = place.toolchain('javascript');
  expect(existsSync(join(packages, 'express'))).toBe(true);
  place.prepare();
  expect(place.calls().filter((call) => call === 'npm ci')).toHaveLength(1);
  const lock = join(place.path, 'setup/toolchains/javascript/package-lock.json');
  writeFileSync(lock, `${readFileSync(lock, 'utf8')}\n`);
  place.prepare();
  expect(place.calls().filter((call) => call === 'npm ci')).toHaveLength(2);
  expect(place.toolchain('javascript').stamp).not.toBe(stamp);
});

it.runIf(process.platform === 'linux')('leaves the others working when one language fails', () => {
  using place = checkout();
  place.install('npm', 'echo "npm error code EAI_AGAIN" >&2; exit 1');
  place.install('python3');
  const { status, stderr } = place.prepare();
  expect(status).toBe(1);
  expect(stderr).toContain('The packages for JavaScript could not be fetched');
  expect(place.toolchain('javascript')).toMatchObject({ mend: expect.stringContaining('labs prepare') });
  expect(place.toolchain('python')).toMatchObject({ version: '3.12.1', stamp: expect.any(String) });
});

it.runIf(process.platform === 'linux')(
  'keeps what was prepared before when the new pins cannot be fetched',
  () => {
    using place = checkout();
    place.install('npm');
    place.prepare();
    const before = place.toolchain('javascript');
    writeFileSync(join(place.path, 'setup/toolchains/javascript/package.json'), '{}');
    place.install('npm', 'exit 1');
    expect(place.prepare().stderr).toContain('Labs in JavaScript stay as they were');
    expect(place.toolchain('javascript')).toEqual(before);
    expect(existsSync(before.packages)).toBe(true);
  },
);

it.runIf(process.platform === 'linux')('names a tool that is missing or too old', () => {
  using place = checkout();
  place.install('javac');
  place.prepare();
  expect(place.toolchain('python').missing).toBe('Python is not installed.');
  expect(place.toolchain('go').missing).toBe('Go 1.19.8 is too old: the labs need 1.22.');
  expect(place.toolchain('java').missing).toBe('Maven is not installed.');
});

it.runIf(process.platform === 'linux')('refuses jars that are not the locked ones', () => {
  using place = checkout();
  place.install('javac');
  place.install('mvn');
  place.prepare();
  expect(place.toolchain('java').missing).toMatch(/^The jar .* is not the pinned one\.$/);
});

it.runIf(process.platform === 'linux')(
  'ends with its parent, and starts over after being cut short',
  async () => {
    using place = checkout();
    place.install('npm', '/bin/mkdir half; exec /bin/sleep 60');
    const beside = place.prepareBeside();
    await vi.waitFor(() => expect(place.calls()).toContain('npm ci'), 10_000);
    const ended = new Promise((resolve) => beside.on('exit', resolve));
    beside.stdin?.end();
    await ended;
    place.install('npm');
    place.prepare();
    const { stamp } = place.toolchain('javascript');
    const left = readdirSync(join(place.path, '.hotseat/toolchains/javascript'));
    expect(left.sort()).toEqual([stamp.slice(0, 12), 'toolchain.json'].sort());
  },
);
