import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { copyBinaries, type Identity, ownedBy, unprivileged } from './postgres-binaries-for-tests.ts';
import { killTree } from './process-tree-for-tests.ts';

const run = promisify(execFile);

/** A real PostgreSQL server in a temporary folder, on a Unix socket, with fsync as in production. */
export class TestPostgres {
  readonly #home: string;
  readonly #identity: Identity;
  #server: ChildProcess | undefined;

  private constructor(home: string, identity: Identity) {
    this.#home = home;
    this.#identity = identity;
  }

  /** Unpacks, initializes and starts a server; about two seconds. */
  static async start(): Promise<TestPostgres> {
    const home = await mkdtemp(join(tmpdir(), 'hotseat-postgres-'));
    const identity = unprivileged();
    await copyBinaries(home);
    await chmod(home, 0o700);
    await ownedBy(home, identity);
    const postgres = new TestPostgres(home, identity);
    await postgres.#initialize();
    await postgres.start();
    return postgres;
  }

  /** A connection string for a new, empty database. */
  async createDatabase(name: string): Promise<string> {
    await this.#ask(`create database "${name}"`);
    return this.connectionString(name);
  }

  connectionString(database: string): string {
    return `postgres://postgres@localhost:5432/${database}?host=${encodeURIComponent(this.#home)}`;
  }

  /** Starts the server, after `kill` too, and waits until it answers. */
  async start(): Promise<void> {
    const log = openSync(join(this.#home, 'log'), 'a');
    const settings = [
      `unix_socket_directories=${this.#home}`,
      'listen_addresses=',
      'shared_buffers=16MB',
      'max_connections=40',
      // A careless operator's setting, which the storage must not depend on.
      'synchronous_commit=off',
    ];
    const flags = ['-D', join(this.#home, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
    this.#server = spawn(this.#binary('postgres'), flags, {
      ...this.#asPostgres(),
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    process.once('exit', this.#killAtExit);
    await this.#untilReady();
  }

  /** SIGKILL to the server and every process it started, as when the machine loses power. */
  async kill(): Promise<void> {
    const server = this.#server;
    process.off('exit', this.#killAtExit);
    if (server?.pid === undefined || server.exitCode !== null) return;
    const exited = once(server, 'exit');
    await killTree(server.pid);
    await exited;
  }

  /** Ends the server and removes its folder. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.#home, { recursive: true, force: true });
  }

  readonly #killAtExit = () => {
    this.#server?.kill('SIGKILL');
  };

  async #initialize(): Promise<void> {
    const flags = [
      '-D',
      join(this.#home, 'data'),
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
    ];
    // A cluster that sorts as people do, to show that our order does not depend on it.
    const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
    await run(this.#binary('initdb'), [...flags, ...locale], this.#asPostgres());
  }

  async #untilReady(left = 400): Promise<void> {
    try {
      await this.#ask('select 1');
    } catch (error) {
      if (left === 0 || this.#server?.exitCode !== null) throw this.#failure(error);
      await sleep(25);
      await this.#untilReady(left - 1);
    }
  }

  async #ask(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.connectionString('postgres') });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(statement);
    } finally {
      await client.end().catch(() => {});
    }
  }

  #failure(cause: unknown): Error {
    return new Error(`PostgreSQL did not start:\n${readFileSync(join(this.#home, 'log'), 'utf8')}`, {
      cause,
    });
  }

  #binary(name: string): string {
    return join(this.#home, 'native', 'bin', name);
  }

  #asPostgres() {
    const env = {
      LD_LIBRARY_PATH: join(this.#home, 'native', 'lib'),
      PATH: '/usr/bin:/bin',
      TZ: 'UTC',
      LC_ALL: 'C',
    };
    return { ...this.#identity, env, cwd: this.#home };
  }
}
