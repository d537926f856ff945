// Python: wheels from a lock file with hashes, into a folder of their own.
import { join } from 'node:path';
import { folders } from '../workplace.mjs';
import { CommandFailed, findProgram, isAtLeast, runCommand } from './commands.mjs';

const least = [3, 11];
const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11'];
const requirements = 'setup/toolchains/python/requirements.txt';

const tellAboutItself = `
import importlib.util, json, os, platform, sys
print(json.dumps({
    "version": platform.python_version(),
    "implementation": sys.implementation.name,
    "interpreter": os.path.realpath(getattr(sys, "_base_executable", sys.executable)),
    "home": sys.base_prefix,
    "pip": importlib.util.find_spec("pip") is not None,
}))`;

/** Each has compiled parts, or is needed by every app. */
const tryOut = `
import sys
sys.path.insert(0, sys.argv[1])
import argon2, bcrypt, cryptography.x509, flask, nh3, pydantic, sqlalchemy, wtforms, yaml`;

export const python = {
  language: 'python',
  title: 'Python',
  manifests: [requirements],
  packages: ['python3', 'python3-pip'],
  least,
  programOf: ({ interpreter }) => interpreter,

  async find() {
    const found = [];
    for (const name of names) {
      const program = findProgram(name);
      const about = program && (await describe(program));
      if (about) found.push({ ...about, program });
    }
    const fitting = found.filter(
      ({ implementation, version }) => implementation === 'cpython' && isAtLeast(version, least),
    );
    const usable = fitting.find(({ pip }) => pip);
    if (usable) return { tool: usable };
    if (fitting.length > 0) return { missing: 'Python has no pip.' };
    const old = found[0] && `Python ${found[0].version} is too old: the labs need ${least.join('.')}.`;
    return { missing: old ?? 'Python is not installed.' };
  },

  async prepare({ program, version, interpreter, home }, { folder, step }) {
    const packages = join(folder, 'packages');
    step('fetching packages');
    await runCommand(
      program,
      [
        ...['-m', 'pip', 'install', '--quiet', '--no-input', '--no-warn-script-location'],
        ...['--target', packages, '--require-hashes', '--only-binary', ':all:'],
        ...['--requirement', join(folders.checkout, requirements)],
      ],
      // Settings of the machine that contradict a folder of one's own.
      { env: { PIP_USER: '0', PIP_REQUIRE_VIRTUALENV: '0', PIP_DISABLE_PIP_VERSION_CHECK: '1' } },
    );
    step('trying the packages');
    await runCommand(interpreter, ['-I', '-c', tryOut, packages]);
    return { version, interpreter, home, packages };
  },
};

async function describe(program) {
  try {
    return JSON.parse(await runCommand(program, ['-c', tellAboutItself]));
  } catch (error) {
    if (error instanceof CommandFailed || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
