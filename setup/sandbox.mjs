// The programs that make the sandbox of labs. They are small, so setup brings them where it may.

import { installLine, installPackages, mayInstall, updatePackageLists } from './system-packages.mjs';
import { findProgram } from './toolchains/commands.mjs';
import { say } from './workplace.mjs';

const systemPath = `${process.env.PATH ?? ''}:/usr/sbin:/usr/bin:/sbin:/bin`;
const parts = [
  { program: 'bwrap', package: 'bubblewrap' },
  { program: 'ip', package: 'iproute2' },
  { program: 'setpriv', package: 'util-linux' },
  { program: 'prlimit', package: 'util-linux' },
];

const lacking = () => [
  ...new Set(parts.filter((part) => !findProgram(part.program, systemPath)).map((part) => part.package)),
];

export const isSandboxInstalled = () => lacking().length === 0;

/** Installs what is missing, or says the one line to run. Whether it then works here is the doctor's to say. */
export function ensureSandbox() {
  const packages = lacking();
  if (packages.length === 0) return;
  if (mayInstall()) {
    updatePackageLists();
    if (installPackages(packages) && isSandboxInstalled()) return;
  }
  say(`Labs that run code need ${packages.join(' and ')}. Install with: ${installLine(packages)}`);
}
