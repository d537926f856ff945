import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AccuracyCard, accuracyCard } from '../routes/schemas/accuracy.ts';
import { judgeFolder } from './build-grader.ts';

/** What was measured of the readers that are shipped; see `bench/judge.ts`. Throws when the file is broken. */
export const readAccuracyCard = (folder: string = judgeFolder): AccuracyCard =>
  accuracyCard.parse(JSON.parse(readFileSync(join(folder, 'accuracy.json'), 'utf8')));
