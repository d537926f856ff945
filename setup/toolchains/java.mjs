// Java: jars by Maven, checked against a lock file, and the launcher that has compiler and framework warm.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folders, SetupError } from '../workplace.mjs';
import { CommandFailed, findProgram, isAtLeast, runCommand } from './commands.mjs';

const least = [17];
const pom = 'setup/toolchains/java/pom.xml';
const lock = 'setup/toolchains/java/jars.sha256';
const launcherSources = ['HotseatLauncher.java', 'WarmUp.java'].map(
  (file) => `src/server/sandbox/inside/${file}`,
);

export const java = {
  language: 'java',
  title: 'Java',
  manifests: [pom, lock, ...launcherSources],
  packages: ['default-jdk-headless', 'maven'],
  programOf: ({ home }) => join(home, 'bin/javac'),

  async find() {
    const program = compilerOfThisMachine();
    if (!program) return { missing: 'No Java development kit is installed.' };
    const version = (await runCommand(program, ['-version'])).match(/javac (\S+)/)?.[1] ?? '0';
    if (!isAtLeast(version, least))
      return { missing: `Java ${version} is too old: the labs need ${least[0]}.` };
    const maven = findProgram('mvn');
    if (!maven) return { missing: 'Maven is not installed.' };
    return { tool: { program, version, maven, home: dirname(dirname(realpathSync(program))) } };
  },

  async prepare({ version, maven, home }, { folder, step }) {
    const packages = join(folder, 'lib');
    step('fetching packages');
    await fetchJars(maven, packages);
    verifyJars(packages, readFileSync(join(folders.checkout, lock), 'utf8'));
    step('building the launcher');
    const launcher = await buildLauncher({ home, folder, packages });
    step('archiving loaded classes');
    const archive = await archiveClasses({ home, folder, classPath: `${launcher}:${packages}/*` });
    return { version, home, packages, launcher, ...(archive && { archive }) };
  },
};

function compilerOfThisMachine() {
  const named = process.env.JAVA_HOME && join(process.env.JAVA_HOME, 'bin/javac');
  return named && existsSync(named) ? named : findProgram('javac');
}

/** Lets Maven put the jars of the class path into a folder. */
export const fetchJars = (maven, packages) =>
  runCommand(maven, [
    ...['--batch-mode', '--quiet', '--strict-checksums', '--file', join(folders.checkout, pom)],
    ...['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${packages}`],
  ]);

/** One line for each jar: its SHA-256 and its name. */
export const lockOf = (packages) =>
  readdirSync(packages)
    .sort()
    .map((jar) => `${digestOf(join(packages, jar))}  ${jar}\n`)
    .join('');

const digestOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Throws unless the folder holds exactly the jars of the lock file. */
export function verifyJars(packages, locked) {
  const found = new Set(lockOf(packages).split('\n'));
  const wanted = new Set(locked.split('\n'));
  const odd = [...wanted].find((line) => !found.has(line)) ?? [...found].find((line) => !wanted.has(line));
  if (odd === undefined) return;
  throw new SetupError(
    `The jar ${odd.split('  ')[1]} is not the pinned one.`,
    'Check the package registry that Maven uses, then run: bin/hotseat labs prepare',
  );
}

async function buildLauncher({ home, folder, packages }) {
  const classes = join(folder, 'launcher-classes');
  const launcher = join(folder, 'launcher.jar');
  mkdirSync(classes);
  const sources = launcherSources.map((file) => join(folders.checkout, file));
  await runCommand(join(home, 'bin/javac'), ['-cp', `${packages}/*`, '-d', classes, ...sources]);
  await runCommand(join(home, 'bin/jar'), ['--create', '--file', launcher, '-C', classes, '.']);
  rmSync(classes, { recursive: true });
  return launcher;
}

/**
 * Lets the launcher warm up once and keeps the classes it loaded in a form that the next machine maps into memory.
 * A Java machine that cannot do this works without.
 */
async function archiveClasses({ home, folder, classPath }) {
  const archive = join(folder, 'classes.jsa');
  const launch = 'exec "$0" "$@" HotseatLauncher 3>/dev/null </dev/null';
  const temporary = mkdtempSync(join(folder, 'temporary-'));
  const options = [
    `-XX:ArchiveClassesAtExit=${archive}`,
    `-Djava.io.tmpdir=${temporary}`,
    '-XX:+UseSerialGC',
  ];
  const opened = ['io', 'lang', 'util'].map((name) => `--add-opens=java.base/java.${name}=ALL-UNNAMED`);
  try {
    await runCommand('sh', ['-c', launch, join(home, 'bin/java'), ...options, ...opened, '-cp', classPath]);
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return existsSync(archive) ? archive : undefined;
}
