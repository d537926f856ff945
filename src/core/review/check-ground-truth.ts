import type { Lab } from '#core/content/lab.ts';
import { inLabFile, type LabDefect } from '#core/content/lab-defect.ts';
import { readCvss } from './cvss.ts';
import { weaknesses } from './cwe/tree.ts';

/** Checks that the weaknesses and vectors of a lab's findings exist and are fit to grade against. */
export function checkGroundTruth({ findings }: Lab): LabDefect[] {
  return findings.flatMap(({ cwe, cvss }, index) => [
    ...checkWeakness(cwe.best, ['findings', index, 'cwe', 'best']),
    ...cwe.accepted.flatMap((id, step) => checkWeakness(id, ['findings', index, 'cwe', 'accepted', step])),
    ...(cwe.accepted.includes(cwe.best)
      ? [
          inLabFile(
            'repeated-cwe',
            ['findings', index, 'cwe', 'accepted'],
            [`CWE-${cwe.best} is the best one already.`, 'Remove it from `accepted`.'],
          ),
        ]
      : []),
    ...checkVector(cvss, ['findings', index, 'cvss']),
  ]);
}

type Path = LabDefect['path'];

function checkWeakness(id: number, path: Path): LabDefect[] {
  const known = weaknesses.get(id);
  if (!known)
    return [
      inLabFile('unknown-cwe', path, [
        `CWE-${id} is no weakness of the CWE list, or a deprecated one.`,
        'Look it up; categories and views cannot be reported.',
      ]),
    ];
  if (known.level !== 'pillar') return [];
  return [
    inLabFile('general-cwe', path, [
      `CWE-${id} is a pillar, too general to report.`,
      'Name a weakness below it.',
    ]),
  ];
}

function checkVector(vector: string, path: Path): LabDefect[] {
  const read = readCvss(vector);
  if (!read.ok) return [inLabFile('bad-cvss', path, [read.message, 'Correct the vector.'])];
  if (read.score > 0) return [];
  return [inLabFile('bad-cvss', path, ['The vector scores 0.', 'Give the impact that the flaw has.'])];
}
