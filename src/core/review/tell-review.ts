import type { LabFinding, LineRange } from '#core/content/lab.ts';
import { readCvss, type Severity } from './cvss.ts';
import { sharePillar, stepsBetween, weaknesses } from './cwe/tree.ts';
import type { ReviewFinding } from './finding.ts';
import { statedSeverity } from './finding.ts';
import type { Judged } from './judge-finding.ts';
import { linesApart, linesOf, placesOf } from './place.ts';

export const rangeText = ([first, last]: LineRange): string =>
  first === last ? `line ${first}` : `lines ${first} to ${last}`;

export const placeText = ({ file, lines }: { readonly file: string; readonly lines: LineRange }): string =>
  `${file}, ${rangeText(lines)}`;

/** Why a true finding was not credited at all. */
export const tellMissed = (truth: LabFinding): string =>
  `Not reported: ${truth.title} (${placeText(truth)}).`;

/** What was right about a reported finding and what was not. */
export function tellFound(reported: ReviewFinding, truth: LabFinding, judged: Judged): string {
  const parts = [
    tellPlace(reported, truth, judged.place),
    tellCwe(reported.cwe, truth.cwe),
    tellSeverity(statedSeverity(reported), truth),
    tellExplanation(judged.explanation),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function tellPlace(reported: ReviewFinding, truth: LabFinding, place: number): string {
  if (place === 1) return 'The place is right.';
  const lines = linesOf(reported);
  const apart = linesToNearest(reported, truth);
  if (apart === 0)
    return `The range of ${lines[1] - lines[0] + 1} lines is too long to point at ${placeText(truth)}.`;
  return `The place is ${apart === 1 ? 'one line' : `${apart} lines`} off; it is ${placeText(truth)}.`;
}

/** Lines to the nearest true place in the same file; 0 on overlap. */
export function linesToNearest(reported: ReviewFinding, truth: LabFinding): number {
  const apart = placesOf(truth)
    .filter(({ file }) => file === reported.file)
    .map(({ lines }) => linesApart(linesOf(reported), lines));
  return Math.min(...apart);
}

const nameOf = (id: number): string => {
  const known = weaknesses.get(id);
  return known ? `CWE-${id} (${known.name})` : `CWE-${id}`;
};

export function tellCwe(reported: number | undefined, { best, accepted }: LabFinding['cwe']): string {
  if (reported === undefined) return `No CWE is given; ${nameOf(best)} fits best.`;
  if (reported === best) return `CWE-${best} fits best.`;
  if (accepted.includes(reported)) return `CWE-${reported} fits; ${nameOf(best)} is more exact.`;
  if (!weaknesses.has(reported))
    return `CWE-${reported} is no weakness of the CWE list; ${nameOf(best)} fits best.`;
  const steps = stepsBetween(reported, best);
  if (steps !== undefined && steps <= 3) return `CWE-${reported} is only related; ${nameOf(best)} fits best.`;
  if (sharePillar(reported, best)) return `CWE-${reported} is far off; ${nameOf(best)} fits best.`;
  return `CWE-${reported} is another kind of weakness; ${nameOf(best)} fits best.`;
}

function tellSeverity(stated: Severity | undefined, truth: LabFinding): string {
  const read = readCvss(truth.cvss);
  if (!read.ok) return '';
  const is = `${read.severity} (CVSS ${read.score.toFixed(1)})`;
  if (stated === undefined) return `No severity is given; it is ${is}.`;
  return stated === read.severity ? `The severity is right, ${is}.` : `Rated ${stated}; it is ${is}.`;
}

function tellExplanation(explanation: number | null): string {
  if (explanation === null) return '';
  if (explanation >= 1) return 'The explanation says what matters.';
  if (explanation >= 0.5) return 'The explanation leaves out part of what matters.';
  return explanation > 0
    ? 'The explanation says little of what matters.'
    : 'The explanation does not say what makes this a flaw.';
}

export const repeats = (count: number): string =>
  count === 1 ? '' : ` It was reported ${count} times, which counts as their average.`;
