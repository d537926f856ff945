import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const programFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const shippedContent = join(programFolder, 'content');
export const webFolder = join(programFolder, 'dist/web');
/** Where setup prepares the toolchains of the labs. */
export const toolchainsFolder = join(programFolder, '.hotseat/toolchains');

/** Where user data lives: `$HOTSEAT_HOME`, or the platform's data folder. */
export function dataHome(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (environment.HOTSEAT_HOME) return resolve(environment.HOTSEAT_HOME);
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/Hotseat');
  if (platform === 'win32')
    return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'Hotseat');
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'hotseat');
}

export function programVersion(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(join(programFolder, 'package.json'), 'utf8'),
  );
  return version;
}
