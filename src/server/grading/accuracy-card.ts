import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccuracyCard, accuracyCard } from '../routes/schemas/accuracy.ts';
import { judgeFolder } from './build-grader.ts';

/** What was measured of the readers that are shipped; see `bench/judge.ts`. Nothing when the file is gone or broken. */
export function readAccuracyCard(folder: string = judgeFolder): AccuracyCard | undefined {
  try {
    return accuracyCard.parse(JSON.parse(readFileSync(join(folder, 'accuracy.json'), 'utf8')));
  } catch {
    return undefined;
  }
}
