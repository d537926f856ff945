import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from './app.ts';
import { diagnose } from './diagnose.ts';
import { readAccuracyCard } from './grading/accuracy-card.ts';
import { judgeFaultHere } from './grading/build-grader.ts';
import { GradingThread } from './grading/grading-thread.ts';
import { listenForPages } from './labs/page-listener.ts';
import { type ListenProblem, listen } from './listen.ts';
import type { ServerLog } from './log.ts';
import { checkInBackground } from './packs/background-check.ts';
import type { ContentLibrary } from './packs/library.ts';
import { type LoadOptions, openLibrary } from './packs/load-library.ts';
import { removeStaleStaging } from './packs/staging.ts';
import { createReader } from './reader.ts';
import type { Notice } from './routes/schemas/system.ts';
import { createServices } from './routes/services.ts';
import { createLabSandbox } from './sandbox/lab-sandbox.ts';
import { rememberingProbe } from './sandbox/probe.ts';
import { readConfiguration } from './second-reader/configuration.ts';
import { openSqliteStorage, type SqliteStorage } from './storage/sqlite.ts';

export type ServerOptions = {
  readonly version: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where user data lives. */
  readonly home: string;
  readonly content: LoadOptions;
  /** Where setup prepares the toolchains of the labs. */
  readonly toolchains: string;
  /** The built web app. */
  readonly webFolder: string;
  readonly clock?: () => Date;
  readonly log: ServerLog;
};

export type RunningServer = {
  readonly url: string;
  /** What the user must be told about the database, such as that a damaged one was set aside. */
  readonly warnings: readonly string[];
  /** Lets requests under way finish (at most two seconds), then closes the database. */
  close(): Promise<void>;
};

export type Started =
  | { readonly ok: true; readonly server: RunningServer }
  | { readonly ok: false; readonly problem: ListenProblem };

/** The one user of the local server; hosted mode has several. */
const localUser = 'local';

/**
 * Builds everything and listens on 127.0.0.1. A port that is taken is an answer, not an exception. Throws
 * `StorageError` when the database cannot be opened.
 */
export async function startServer(options: ServerOptions): Promise<Started> {
  const { clock = () => new Date(), log } = options;
  removeStaleStaging(options.home);
  const library = openLibrary(options.content);
  const storage = await openSqliteStorage({
    file: join(options.home, 'hotseat.db'),
    clock,
    log,
  });
  const { lexicon, redFlags, threatRules } = library;
  const grading = new GradingThread({ setup: { lexicon, redFlags, threatRules }, report: log.failure });
  const probe = rememberingProbe();
  const sandbox = createLabSandbox({ toolchains: options.toolchains, keepWarm: true });
  const services = createServices({
    version: options.version,
    library,
    storage: storage.forUser(localUser),
    reader: createReader(grading),
    modelReader: grading,
    sandbox,
    openPages: listenForPages,
    accuracy: readAccuracyCard(),
    secondReader: readConfiguration(process.env),
    clock,
    newId: randomUUID,
    notices: () => noticesOf(storage, library),
    system: async () =>
      diagnose({ ...options, library, sandbox: probe(), judgeFault: await judgeFaultHere() }),
    report: (error) => log.failure(error),
  });
  let port = options.port;
  const app = createApp({ services, webFolder: options.webFolder, port: () => port });
  const listening = await listen({ fetch: log.requests(app.fetch), port });
  if (!listening.ok) {
    await storage.close();
    return listening;
  }
  port = listening.port;
  services.search.prepare().catch(log.failure);
  grading.warm();
  const check = checkInBackground(library, log.failure);
  const close = async (): Promise<void> => {
    await Promise.all([listening.close(), check.stop()]);
    await Promise.all([grading.close(), sandbox.close()]);
    await storage.close();
  };
  const warnings = storage.notices.map(({ message }) => message);
  return { ok: true, server: { url: `http://127.0.0.1:${port}/`, warnings, close } };
}

function noticesOf(storage: SqliteStorage, library: ContentLibrary): readonly Notice[] {
  const kept = storage.notices.map(
    ({ message }): Notice => ({
      kind: 'corrupt-database-kept',
      message,
      mend: 'If you have an export, import it under Settings. The kept file may still be rescued with SQLite tools.',
    }),
  );
  const faulty = library.packs.filter(({ problems }) => problems > 0);
  const packs = faulty.map(
    ({ manifest, problems }): Notice => ({
      kind: 'pack-problems',
      message: `The pack "${manifest.title}" has ${problems} ${problems === 1 ? 'problem' : 'problems'}; what has errors is left out.`,
      mend: `Run: hotseat content lint, in the folder of the pack, to see them all.`,
    }),
  );
  return [...kept, ...packs];
}
