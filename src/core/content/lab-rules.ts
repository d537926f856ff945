import { patchFiles } from './apply-patch.ts';
import type { CodePlace, Lab, LineRange } from './lab.ts';
import { checkLabChecks } from './lab-check-rules.ts';
import { inLabFile, inText, inYaml, type LabDefect } from './lab-defect.ts';
import { checkFixes } from './lab-fix-rules.ts';
import { checkTelling } from './lab-telling-rules.ts';
import type { ContentPath } from './problem.ts';
import { checkProbes } from './question-rules.ts';

const mostHintCost = 0.5;
const widestFinding = 25;

/**
 * Checks what a schema cannot: lines that must exist, ids that must be unique or known, patches that must fit, words
 * that would give the flaw away. Whether CWE ids and CVSS vectors are right is for `checkGroundTruth`; whether the
 * checks hold what the lab claims is for its proof by execution. Returns all defects.
 */
export function checkLab(lab: Lab): LabDefect[] {
  return [
    ...duplicateIds(lab),
    ...unknownContradictions(lab),
    ...checkPlaces(lab),
    ...distractorsOnFindings(lab),
    ...hintsTooDear(lab),
    ...tellingProbes(lab),
    ...checkTelling(lab),
    ...checkLabChecks(lab),
    ...checkFixes(lab),
    ...checkPullRequest(lab),
  ];
}

type Identified = { readonly id: string; readonly path: ContentPath };

const findingIds = (lab: Lab): Identified[] =>
  lab.findings.map(({ id }, index) => ({ id, path: ['findings', index, 'id'] }));

/** Points of all findings are graded together with those of the lab, so their ids must differ. */
const pointIds = (lab: Lab): Identified[] => [
  ...lab.findings.flatMap(({ points }, finding) =>
    points.map(({ id }, index) => ({ id, path: ['findings', finding, 'points', index, 'id'] })),
  ),
  ...lab.explain.points.map(({ id }, index) => ({ id, path: ['explain', 'points', index, 'id'] })),
  ...lab.explain.misconceptions.map(({ id }, index) => ({
    id,
    path: ['explain', 'misconceptions', index, 'id'],
  })),
];

function duplicateIds(lab: Lab): LabDefect[] {
  return [findingIds(lab), pointIds(lab)].flatMap((items) => {
    const seen = new Set<string>();
    return items.flatMap(({ id, path }) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [
        inLabFile('duplicate-id', path, [
          `The id \`${id}\` is used twice in this lab.`,
          'Give it another id.',
        ]),
      ];
    });
  });
}

function unknownContradictions(lab: Lab): LabDefect[] {
  const known = new Set(pointIds(lab).map(({ id }) => id));
  return lab.explain.misconceptions.flatMap(({ contradicts }, index) =>
    contradicts.flatMap((id, step) =>
      known.has(id)
        ? []
        : [
            inLabFile(
              'dangling-reference',
              ['explain', 'misconceptions', index, 'contradicts', step],
              [`There is no point \`${id}\`.`, 'Name a point of a finding or of `explain`.'],
            ),
          ],
    ),
  );
}

type Placed = CodePlace & { readonly path: ContentPath };

const truePlaces = (lab: Lab): Placed[] =>
  lab.findings.flatMap(({ file, lines, also }, index) => [
    { file, lines, path: ['findings', index] },
    ...also.map((place, step) => ({ ...place, path: ['findings', index, 'also', step] })),
  ]);

const distractorPlaces = (lab: Lab): Placed[] =>
  lab.distractors.map(({ file, lines }, index) => ({ file, lines, path: ['distractors', index] }));

function checkPlaces(lab: Lab): LabDefect[] {
  const texts = new Map(lab.app.map(({ path, content }) => [path, content]));
  return [
    ...[...truePlaces(lab), ...distractorPlaces(lab)].flatMap((place) =>
      checkPlace(place, texts.get(place.file)),
    ),
    ...truePlaces(lab).flatMap(({ lines: [first, last], path }) =>
      last - first < widestFinding
        ? []
        : [
            inLabFile(
              'range-too-wide',
              [...path, 'lines'],
              [
                `The range covers ${last - first + 1} lines; ${widestFinding} is the most.`,
                'Name the lines where a reviewer would put the finding, and others under `also`.',
              ],
            ),
          ],
    ),
  ];
}

function checkPlace({ file, lines, path }: Placed, text: string | undefined): LabDefect[] {
  if (text === undefined) {
    const words = [`There is no file app/${file}.`, 'Name a file of the app.'] as const;
    return [inLabFile('unknown-file', [...path, 'file'], words)];
  }
  const all = text.replace(/\n$/, '').split('\n');
  const [first, last] = lines;
  if (last > all.length) {
    const words = [`app/${file} has only ${all.length} lines.`, 'Count the lines again.'] as const;
    return [inLabFile('lines-outside-file', [...path, 'lines'], words)];
  }
  const isBlank = (line: number): boolean => (all[line - 1] ?? '').trim() === '';
  if (!isBlank(first) && !isBlank(last)) return [];
  const words = ['The range begins or ends with a blank line.', 'Count the lines again.'] as const;
  return [inLabFile('blank-line', [...path, 'lines'], words)];
}

const overlap = (a: LineRange, b: LineRange): boolean => a[0] <= b[1] && b[0] <= a[1];

function distractorsOnFindings(lab: Lab): LabDefect[] {
  const places = truePlaces(lab);
  return distractorPlaces(lab)
    .filter(({ file, lines }) => places.some((place) => place.file === file && overlap(place.lines, lines)))
    .map(({ path }) =>
      inLabFile(
        'distractor-on-finding',
        [...path, 'lines'],
        ['These lines belong to a finding too.', 'Give lines that are safe.'],
      ),
    );
}

function hintsTooDear({ hints }: Lab): LabDefect[] {
  const sum = hints.reduce((total, { cost }) => total + cost, 0);
  if (sum <= mostHintCost + 1e-9) return [];
  const message = `All hints together cost ${sum.toFixed(2)}; ${mostHintCost} is the most.`;
  return [inLabFile('hints-too-dear', ['hints'], [message, 'Lower the costs.'])];
}

function tellingProbes({ explain, findings }: Lab): LabDefect[] {
  const lists = [
    ...findings.map(({ points }, index) => ({ points, path: ['findings', index, 'points'] })),
    { points: explain.points, path: ['explain', 'points'] },
  ];
  return lists.flatMap(({ points, path }) =>
    checkProbes(explain.prompt, points, path).map((finding) => ({ ...finding, file: 'lab.yaml' })),
  );
}

function checkPullRequest(lab: Lab): LabDefect[] {
  if (!lab.pullRequest) return [];
  const file = 'pull-request/change.patch';
  const { patch } = lab.pullRequest;
  const before = patchFiles(lab.app, patch, true);
  if (!before.ok) {
    return [
      inText(file, 'patch-does-not-fit', 1, [
        before.message,
        'Make the patch again; app/ is the state after it.',
      ]),
    ];
  }
  const old = new Map(before.files.map(({ path, content }) => [path, content]));
  const isChanged = (path: string): boolean =>
    old.get(path) !== lab.app.find((now) => now.path === path)?.content;
  return lab.findings.flatMap((finding, index) => {
    if ([finding, ...finding.also].some((place) => isChanged(place.file))) return [];
    const words = [
      `The pull request does not change app/${finding.file}.`,
      'A finding of a pull request has to be in a file that it changes.',
    ] as const;
    return [inYaml('lab.yaml', 'finding-outside-change', ['findings', index, 'file'], words)];
  });
}
