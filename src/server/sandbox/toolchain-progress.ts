import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LabLanguage } from '#core/content/lab.ts';

const progress = z.object({ pid: z.int().positive(), languages: z.record(z.string(), z.string()) });

/** What setup is doing for a language right now, in a few words; undefined when it does nothing. */
export function preparationOf(folder: string, language: LabLanguage): string | undefined {
  try {
    const { pid, languages } = progress.parse(
      JSON.parse(readFileSync(join(folder, 'progress.json'), 'utf8')),
    );
    return isAlive(pid) ? languages[language] : undefined;
  } catch {
    return undefined;
  }
}

/** A preparation that was killed leaves its progress behind. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
