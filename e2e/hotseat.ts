import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

/** Settings that a process is started with, beside those of the tests. */
export type Environment = Readonly<Record<string, string>>;

/** A real Hotseat process with its own empty data folder. */
export type RunningHotseat = {
  readonly url: string;
  readonly home: string;
  /** SIGKILL: nothing gets a chance to tidy up. */
  kill(): Promise<void>;
  /** Starts again on the same port with the same data. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
};

export async function startHotseat(environment: Environment = {}): Promise<RunningHotseat> {
  const home = mkdtempSync(join(tmpdir(), 'hotseat-e2e-'));
  let { child, url } = await spawnServer(home, 0, environment);
  const port = Number(new URL(url).port);
  const kill = () => ended(child, 'SIGKILL');
  return {
    url,
    home,
    kill,
    restart: async () => {
      await kill();
      ({ child, url } = await spawnServer(home, port, environment));
    },
    dispose: async () => {
      await ended(child, 'SIGTERM');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function spawnServer(
  home: string,
  port: number,
  environment: Environment,
): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'start', '--port', String(port)],
    {
      env: { ...process.env, ...environment, HOTSEAT_HOME: home },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
      if (url) resolve({ child, url });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', () => reject(new Error(`Hotseat ended before it listened:\n${printed}`)));
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
