// Prepares what labs need of each language, once: `node setup/toolchains.mjs [--install] [--background]`.
import { spawn, spawnSync } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lockedAsync } from './lock.mjs';
import { ensureSandbox, isSandboxInstalled } from './sandbox.mjs';
import {
  installLine,
  installPackages,
  mayInstall,
  offeredVersion,
  updatePackageLists,
} from './system-packages.mjs';
import { isAtLeast, stopCommands } from './toolchains/commands.mjs';
import { explainFailure } from './toolchains/failures.mjs';
import { go } from './toolchains/go.mjs';
import { java } from './toolchains/java.mjs';
import { javascript } from './toolchains/javascript.mjs';
import { python } from './toolchains/python.mjs';
import * as states from './toolchains/states.mjs';
import { run, say } from './workplace.mjs';

/** The quickest first. */
const kinds = [javascript, python, java, go];

/** Whether everything is prepared already. Runs no program, so that a start may ask. */
export const areToolchainsCurrent = () => isSandboxInstalled() && kinds.every(states.isCurrent);

/**
 * Prepares each language that the machine has, one after another. With `install`, brings missing tools where it
 * may. A language that fails keeps no other from being prepared. Returns those that labs cannot use.
 */
async function prepareToolchains({ install = false } = {}) {
  if (process.platform !== 'linux') {
    say('Labs that run code need Linux; everything else works here.');
    return kinds;
  }
  // The sandbox reads what is prepared here as another user.
  process.umask(0o022);
  const stopListening = stopOnSignals();
  try {
    await lockedAsync('toolchains', async () => {
      ensureSandbox();
      await prepareEach(
        kinds.filter((kind) => !states.isCurrent(kind)),
        install,
      );
    });
  } finally {
    states.removeProgress();
    stopListening();
  }
  return kinds.filter(({ language }) => !states.readToolchain(language)?.stamp);
}

async function prepareEach(waiting, install) {
  const progress = Object.fromEntries(waiting.map(({ language }) => [language, 'waiting for its turn']));
  for (const kind of waiting) {
    const step = (doing) => {
      progress[kind.language] = doing;
      states.writeProgress(progress);
    };
    await prepareOne(kind, { install, step });
    delete progress[kind.language];
  }
}

async function prepareOne(kind, { install, step }) {
  const { language, title } = kind;
  const began = Date.now();
  try {
    step('looking for its tools');
    states.removeLeftovers(language);
    const found = await find(kind, install);
    if (!found.tool) {
      states.writeToolchain({ language, missing: found.missing, mend: found.mend ?? mendOf(kind) });
      return;
    }
    say(`Labs in ${title}: preparing …`);
    await prepareWith(kind, { tool: found.tool, step });
    say(`Labs in ${title}: ready (${Math.round((Date.now() - began) / 1000)} s)`);
  } catch (error) {
    failed(kind, explainFailure(title, error));
  }
}

async function find(kind, install) {
  const found = await kind.find();
  if (found.tool || found.mend || !install || !mayInstall()) return found;
  updatePackageLists();
  if (!isOffered(kind)) return found;
  return installPackages(kind.packages) ? await kind.find() : found;
}

/** Whether the system's package is new enough, as far as the system says. */
function isOffered({ packages, least }) {
  const version = least && offeredVersion(packages[0]);
  return version === undefined || isAtLeast(version, least);
}

function mendOf(kind) {
  const { title, packages, least } = kind;
  if (!isOffered(kind)) {
    return `Install ${title} ${least.join('.')} or newer (the package of this system is older), then run: bin/hotseat labs prepare`;
  }
  if (mayInstall()) return 'Run: bin/hotseat labs prepare';
  return `Install ${title} (on Debian and Ubuntu: ${installLine(packages)}), then run: bin/hotseat labs prepare`;
}

async function prepareWith(kind, { tool, step }) {
  const { language } = kind;
  const stamp = states.stampOf(kind, kind.programOf(tool));
  const prepared = await kind.prepare(tool, { folder: states.emptyFolder(language, stamp), step });
  states.writeToolchain({ language, ...prepared, stamp });
}

/** A toolchain that was prepared before stays in use. */
function failed({ language, title }, { missing, mend }) {
  try {
    states.removeLeftovers(language);
    if (states.readToolchain(language)?.stamp)
      say(`Labs in ${title} stay as they were: ${missing}\n→ ${mend}`);
    else states.writeToolchain({ language, missing, mend });
  } catch {
    // On a full disk nothing can be written; without the file the language counts as not prepared.
  }
}

/** Prepares before the tests run, with all that it may install. */
export function prepareLabs(node) {
  spawnSync(node, [fileURLToPath(import.meta.url), '--install'], { stdio: ['ignore', 'inherit', 'inherit'] });
}

/** Starts the preparation beside the server; returns a function that ends it. */
export function prepareInBackground(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), '--background'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  child.on('error', (error) => say(`The labs could not be prepared: ${error.message}`));
  return () => child.kill();
}

function stop() {
  stopCommands();
  states.removeProgress();
  process.exit(1);
}

function stopOnSignals() {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  return () => {
    for (const signal of signals) process.off(signal, stop);
  };
}

/** Prepares quietly beside the server, and ends with it, also when that is killed. */
async function beside() {
  setPriority(10);
  process.stdin.on('end', stop).on('error', stop).resume();
  const lacking = await prepareToolchains();
  if (lacking.length > 0) {
    const titles = lacking.map(({ title }) => title).join(', ');
    say(`Labs in ${titles} cannot run yet. What is missing: bin/hotseat doctor`);
  }
  process.exit(0);
}

/** Prepares while the user waits, and says of each language what is missing. */
async function onDemand(install) {
  const lacking = await prepareToolchains({ install });
  for (const { language, title } of lacking) {
    const { missing = 'not prepared.', mend = '' } = states.readToolchain(language) ?? {};
    say(`Labs in ${title}: ${missing}\n→ ${mend}`);
  }
  if (lacking.length === 0) say('Labs in all languages can run.');
  process.exitCode = lacking.length === 0 ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await run(() =>
    process.argv.includes('--background') ? beside() : onDemand(process.argv.includes('--install')),
  );
}
