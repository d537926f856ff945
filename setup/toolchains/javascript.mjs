// JavaScript: packages from a lock file, no install script run.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../workplace.mjs';
import { findProgram, runCommand } from './commands.mjs';

const manifests = 'setup/toolchains/javascript';
const files = ['package.json', 'package-lock.json', '.npmrc'];

export const javascript = {
  language: 'javascript',
  title: 'JavaScript',
  manifests: files.map((file) => `${manifests}/${file}`),
  packages: ['npm'],
  programOf: ({ interpreter }) => interpreter,

  async find() {
    const npm = findProgram('npm');
    if (!npm) return { missing: 'npm is not installed.' };
    return { tool: { interpreter: process.execPath, npm } };
  },

  async prepare({ interpreter, npm }, { folder, step }) {
    step('fetching packages');
    for (const file of files) copyFileSync(join(folders.checkout, manifests, file), join(folder, file));
    await runCommand(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
    });
    return {
      version: process.versions.node,
      interpreter,
      packages: join(folder, 'node_modules'),
    };
  },
};
