import type { LabDefect } from '#core/content/lab-defect.ts';
import { checkLab } from '#core/content/lab-rules.ts';
import type { Problem } from '#core/content/problem.ts';
import { checkGroundTruth } from '#core/review/check-ground-truth.ts';
import { type LabReading, readLab } from './read-lab.ts';

/** Everything that is wrong with a lab without running it; files are named relative to the pack. */
export function lintLab(folder: string, slug: string, pack?: string): readonly Problem[] {
  const read = readLab(folder, slug, pack);
  if (!read.lab) return read.problems;
  return [
    ...read.problems,
    ...[...checkLab(read.lab), ...checkGroundTruth(read.lab)].map((defect) => located(defect, slug, read)),
  ];
}

function located({ file, path, line, ...rest }: LabDefect, slug: string, read: LabReading): Problem {
  const place = line === undefined ? read.place(file, path) : { line, column: 1 };
  return { ...rest, ...place, file: `labs/${slug}/${file}` };
}
