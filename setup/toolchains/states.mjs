// What is prepared, what is going on, and what is left over from work that was cut short.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../workplace.mjs';
import { fingerprintOf } from './commands.mjs';

export const toolchainsFolder = join(folders.state, 'toolchains');
const progressFile = join(toolchainsFolder, 'progress.json');
const toolchainFile = (language) => join(toolchainsFolder, language, 'toolchain.json');

/** Changes when the pinned packages, the way to prepare them, the tool, or the place of the checkout change. */
export function stampOf({ language, manifests }, program) {
  const hash = createHash('sha256').update(`${toolchainsFolder}\0${fingerprintOf(program)}\0${language}`);
  const files = [...manifests, `setup/toolchains/${language}.mjs`];
  for (const file of files) hash.update('\0').update(readFileSync(join(folders.checkout, file)));
  return hash.digest('hex');
}

/** What toolchain.json says, or undefined when there is none that can be read. */
export function readToolchain(language) {
  try {
    return JSON.parse(readFileSync(toolchainFile(language), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether a language is prepared with today's packages and tool. Runs no program. */
export function isCurrent(kind) {
  const toolchain = readToolchain(kind.language);
  if (!toolchain?.stamp || !existsSync(folderOf(kind.language, toolchain.stamp))) return false;
  try {
    return toolchain.stamp === stampOf(kind, kind.programOf(toolchain));
  } catch {
    return false;
  }
}

/** Its presence means ready, so it comes last and at once. */
export const writeToolchain = (toolchain) => writeWhole(toolchainFile(toolchain.language), toolchain);

/** Tells the server what is going on; `languages` maps each to what is being done. */
export const writeProgress = (languages) => writeWhole(progressFile, { pid: process.pid, languages });

export const removeProgress = () => rmSync(progressFile, { force: true });

function writeWhole(file, value) {
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

const folderName = (stamp) => stamp.slice(0, 12);
const folderOf = (language, stamp) => join(toolchainsFolder, language, folderName(stamp));

/** Makes the empty folder in which a language is prepared. */
export function emptyFolder(language, stamp) {
  const folder = folderOf(language, stamp);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes what earlier preparations left: all but the folder that toolchain.json names. */
export function removeLeftovers(language) {
  const home = join(toolchainsFolder, language);
  mkdirSync(home, { recursive: true });
  const { stamp } = readToolchain(language) ?? {};
  const kept = ['toolchain.json', stamp && folderName(stamp)];
  for (const name of readdirSync(home)) {
    if (!kept.includes(name)) rmSync(join(home, name), { recursive: true, force: true });
  }
}
