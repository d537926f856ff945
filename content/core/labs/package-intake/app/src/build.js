import { exec } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { config } from './config.js';
import { Problem } from './problem.js';

const run = promisify(exec);
const hooks = ['preinstall', 'install', 'postinstall'];

async function scriptsIn(folder) {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => '{}');
  return JSON.parse(text).scripts ?? {};
}

/** Builds an unpacked package; returns the hooks that ran. */
export async function build(name, folder) {
  const scripts = await scriptsIn(folder);
  const due = hooks.filter((hook) => typeof scripts[hook] === 'string');
  const { timeoutSeconds = 10 } = config.builds.get(name) ?? {};
  for (const hook of due) {
    await run(scripts[hook], {
      cwd: folder,
      timeout: timeoutSeconds * 1000,
      // The scripts say "node build.js" and mean the Node that runs us.
      env: { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) },
    }).catch((error) => {
      console.error(error);
      throw new Problem(502, `The ${hook} script of ${name} failed.`);
    });
  }
  return due;
}
