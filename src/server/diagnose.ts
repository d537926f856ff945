import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { labItems } from './diagnose-labs.ts';
import type { ContentLibrary } from './packs/library.ts';
import type { SystemItem } from './routes/schemas/system.ts';
import type { Probed } from './sandbox/probe.ts';
import { faultOf } from './storage/sqlite-file.ts';

export type Diagnosed = {
  readonly home: string;
  readonly webFolder: string;
  readonly library: ContentLibrary;
  /** Where setup prepares the toolchains of the labs. */
  readonly toolchains: string;
  /** Why the judge of answers cannot run here, when it cannot. */
  readonly judgeFault: string | undefined;
  /** Whether the sandbox of labs works here. */
  readonly sandbox: Probed;
};

const leastFreeMegabytes = 100;

/** Looks at what Hotseat needs on this machine; every item that is not ready says how to mend it. */
export function diagnose({ home, webFolder, library, judgeFault, ...labs }: Diagnosed): SystemItem[] {
  return [
    nodeItem(),
    webItem(webFolder),
    homeItem(home),
    diskItem(home),
    judgeItem(judgeFault),
    ...packItems(library),
    ...labItems(labs),
  ];
}

const ready = (name: string, detail: string): SystemItem => ({ name, state: 'ready', detail, mend: null });
const missing = (name: string, detail: string, mend: string): SystemItem => ({
  name,
  state: 'missing',
  detail,
  mend,
});

function nodeItem(): SystemItem {
  return ready('Node.js', `${process.versions.node} on ${process.platform} ${process.arch}`);
}

function webItem(webFolder: string): SystemItem {
  if (existsSync(join(webFolder, 'index.html'))) return ready('Web app', 'built');
  return missing('Web app', 'not built yet', 'Run: npm start');
}

function judgeItem(fault: string | undefined): SystemItem {
  if (fault === undefined) return ready('Answer judge', 'reads answers beside the lexical reader');
  return missing(
    'Answer judge',
    `cannot run (${fault}); answers are read by their words alone`,
    'Restore models/judge from the repository and run npm start once more; on a machine for which onnxruntime has no build, grading stays lexical.',
  );
}

function homeItem(home: string): SystemItem {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.R_OK | constants.W_OK);
    const fault = faultOf(join(home, 'hotseat.db'));
    if (fault === undefined) return ready('Your data', home);
    const mend =
      'Copy the file to a safe place. At the next start it is set aside and a new database begins; import your last export.';
    return missing('Your data', `hotseat.db is damaged (${fault})`, mend);
  } catch {
    return missing(
      'Your data',
      `${home} cannot be written`,
      'Correct its permissions, or set HOTSEAT_HOME to another folder.',
    );
  }
}

function diskItem(home: string): SystemItem {
  try {
    const { bavail, bsize } = statfsSync(home);
    const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
    if (megabytes >= leastFreeMegabytes) return ready('Disk', `${sizeOf(megabytes)} free`);
    return missing(
      'Disk',
      `only ${megabytes} MB free`,
      'Make room, or set HOTSEAT_HOME to a folder on another disk.',
    );
  } catch {
    return missing('Disk', 'the free space cannot be read', 'Check that the folder of your data exists.');
  }
}

const sizeOf = (megabytes: number): string =>
  megabytes >= 10 * 1024 ? `${Math.round(megabytes / 1024)} GB` : `${megabytes} MB`;

function packItems(library: ContentLibrary): SystemItem[] {
  return library.packs.map(({ manifest, folder, questions, problems, unchecked }) => {
    const name = `Pack ${manifest.id}`;
    if (problems === 0 && unchecked > 0) {
      const detail = `${manifest.version}, ${questions} questions, of which ${unchecked} are still being checked`;
      return { name, state: 'preparing', detail, mend: null };
    }
    if (problems === 0) return ready(name, `${manifest.version}, ${questions} questions`);
    return missing(
      name,
      `${questions} questions, ${problems} problems`,
      `Run: bin/hotseat content lint ${folder}`,
    );
  });
}
