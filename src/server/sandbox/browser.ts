import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { inPlace, type Mount } from './languages/language.ts';

/** The program itself comes before a wrapper script, which wants files that the sandbox does not show. */
const places = [
  '/usr/lib/chromium/chromium',
  '/usr/lib/chromium-browser/chromium-browser',
  '/opt/google/chrome/chrome',
  '/usr/lib64/chromium-browser/chromium-browser',
];

export type LabBrowser = { readonly program: string; readonly mounts: readonly Mount[] };

/** The browser that page labs are checked with, or undefined when this machine has none. */
export function findLabBrowser(): LabBrowser | undefined {
  const program = places.find((place) => existsSync(place));
  if (!program) return undefined;
  const driver = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  return {
    program,
    mounts: [...inPlace(dirname(realpathSync(program))), { from: driver, at: '/hotseat/playwright-core' }],
  };
}
