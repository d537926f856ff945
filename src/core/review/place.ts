import type { CodePlace, LabFinding, LineRange } from '#core/content/lab.ts';
import type { ReviewFinding } from './finding.ts';

/** From this many lines away on, a finding has nothing to do with a place. */
const tooFar = 4;
/** Lines that a range may have beyond those of the place before it counts as less exact. */
const slack = 8;
/** A range this many times as long as it may be points at nothing. */
const pointless = 4;

/** The true places of a finding: where it should be put, then the others where it is right to report it. */
export const placesOf = ({ file, lines, also }: LabFinding): readonly CodePlace[] => [
  { file, lines },
  ...also,
];

export const linesOf = ({ startLine, endLine }: ReviewFinding): LineRange => [
  startLine,
  endLine ?? startLine,
];

/**
 * How well a reported range hits a true finding, 0..1: 1 on overlap with one of its places, 3/4, 1/2 and 1/4 at one,
 * two and three lines from it, less for a range much longer than the place, and 0 elsewhere.
 */
export function placeCredit(reported: ReviewFinding, truth: LabFinding): number {
  const lines = linesOf(reported);
  const credits = placesOf(truth)
    .filter(({ file }) => file === reported.file)
    .map((place) => nearness(lines, place.lines) * exactness(lines, place.lines));
  return Math.max(0, ...credits);
}

const nearness = (lines: LineRange, truth: LineRange): number =>
  Math.max(0, 1 - linesApart(lines, truth) / tooFar);

/** 0 when the ranges overlap. */
export const linesApart = ([first, last]: LineRange, [trueFirst, trueLast]: LineRange): number =>
  Math.max(0, trueFirst - last, first - trueLast);

function exactness([first, last]: LineRange, [trueFirst, trueLast]: LineRange): number {
  const fair = trueLast - trueFirst + 1 + slack;
  const length = last - first + 1;
  return length > pointless * fair ? 0 : Math.min(1, fair / length);
}

/**
 * The file of the app that a reported path means: the same path, or, for a path from the root of a repository or a
 * disk, the longest of the app's paths that it ends with. `undefined` when there is none.
 */
export function locateFile(path: string, files: readonly string[]): string | undefined {
  const plain = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  if (files.includes(plain)) return plain;
  return files
    .filter((file) => plain.endsWith(`/${file}`))
    .reduce<string | undefined>((best, file) => (file.length > (best?.length ?? 0) ? file : best), undefined);
}
