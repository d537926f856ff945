import type { Distractor, Lab, LabFinding } from '#core/content/lab.ts';
import { assign } from './assign.ts';
import { cweCredit } from './credit.ts';
import type { ReviewFinding } from './finding.ts';
import { averageOf, type ExplanationScore, type Judged, judgeFinding } from './judge-finding.ts';
import { linesApart, linesOf } from './place.ts';
import type { FalseAlarm, FindingGrade, NearMiss, ReviewGrade } from './review-grade.ts';
import { reviewScore } from './review-score.ts';
import { linesToNearest, placeText, repeats, tellCwe, tellFound, tellMissed } from './tell-review.ts';

export type GroundTruth = Pick<Lab, 'findings' | 'distractors'>;

export type ReviewInput = {
  readonly truth: GroundTruth;
  /** With files as the lab names them (see `locateFile`). */
  readonly findings: readonly ReviewFinding[];
  /** Absent: explanations are not judged. */
  readonly scoreExplanation?: ExplanationScore;
};

/** From this credit on, a weakness counts as the right one. */
const rightCwe = 0.85;
/** From this credit on, a second report beside a place is one of the same flaw. */
const relatedCwe = 0.35;

type Report = {
  readonly index: number;
  readonly finding: ReviewFinding;
  /** By true finding; `undefined` where the report is not near it. */
  readonly judged: readonly (Judged | undefined)[];
};

/**
 * Grades what a reviewer reported against what is there. Each true finding is paired with at most one report so that
 * the whole is worth most; further reports of it are repeats. The order of the reports makes no difference.
 */
export async function gradeReview(input: ReviewInput): Promise<ReviewGrade> {
  const reports = await judgeAll(input);
  const groups = groupByTruth(reports, input.truth.findings);
  const alarms = reports.filter((report) => !groups.some((group) => group.includes(report)));
  const findings = input.truth.findings.map((truth, at) => gradeFinding(truth, at, groups[at] ?? []));
  const score = reviewScore(
    groups.map((group, at) => (group.length > 0 ? averageOf(judgedAt(group, at)) : undefined)),
    alarms.length,
  );
  const inReportedOrder = (a: { reported: number }, b: { reported: number }): number =>
    a.reported - b.reported;
  return {
    ...score,
    findings,
    falseAlarms: alarms.map((report) => falseAlarm(report, input.truth)).sort(inReportedOrder),
    nearMisses: nearMisses(input.truth, groups, alarms).sort(inReportedOrder),
  };
}

/** In an order of their own, so that the order in which they were reported cannot decide between equals. */
async function judgeAll({ truth, findings, scoreExplanation }: ReviewInput): Promise<readonly Report[]> {
  const judge = async (finding: ReviewFinding, index: number): Promise<Report> => ({
    index,
    finding,
    judged: await Promise.all(truth.findings.map((one) => judgeFinding(finding, one, scoreExplanation))),
  });
  const reports = await Promise.all(findings.map(judge));
  const keyOf = ({ finding }: Report): string => JSON.stringify(finding, Object.keys(finding).sort());
  return reports
    .map((report) => ({ report, key: keyOf(report) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ report }) => report);
}

/** For each true finding the report that was paired with it, then its repeats. */
function groupByTruth(
  reports: readonly Report[],
  truths: readonly LabFinding[],
): readonly (readonly Report[])[] {
  const values = reports.map(({ judged }) => judged.map((one) => one?.value ?? 0));
  const rows = assign(values, truths.length);
  const groups: Report[][] = rows.map((row) => {
    const report = row === undefined ? undefined : reports[row];
    return report ? [report] : [];
  });
  const taken = new Set(rows);
  for (const [row, report] of reports.entries()) {
    const at = taken.has(row) ? undefined : repeatedAt(report, truths);
    if (at !== undefined) groups[at]?.push(report);
  }
  return groups;
}

/** The true finding that a left-over report repeats: the one it fits best of those that it overlaps or is related to. */
function repeatedAt({ finding, judged }: Report, truths: readonly LabFinding[]): number | undefined {
  let best: { at: number; value: number } | undefined;
  for (const [at, truth] of truths.entries()) {
    const one = judged[at];
    if (!one || (one.cwe < relatedCwe && linesToNearest(finding, truth) > 0)) continue;
    if (!best || one.value > best.value) best = { at, value: one.value };
  }
  return best?.at;
}

const judgedAt = (group: readonly Report[], at: number): Judged[] =>
  group.flatMap(({ judged }) => judged[at] ?? []);

function gradeFinding(truth: LabFinding, at: number, group: readonly Report[]): FindingGrade {
  const [first] = group;
  const judged = first?.judged[at];
  if (!first || !judged) {
    const none = { place: 0, cwe: 0, severity: 0, explanation: null };
    return { id: truth.id, outcome: 'missed', ...none, because: tellMissed(truth), reported: [] };
  }
  const { place, cwe, severity, explanation } = averageOf(judgedAt(group, at));
  return {
    id: truth.id,
    outcome: place === 1 && cwe >= rightCwe ? 'found' : 'partial',
    place,
    cwe,
    severity,
    explanation,
    because: tellFound(first.finding, truth, judged) + repeats(group.length),
    reported: group.map(({ index }) => index).sort((a, b) => a - b),
  };
}

function falseAlarm({ index, finding }: Report, truth: GroundTruth): FalseAlarm {
  const distractor = truth.distractors.find((one) => hits(finding, one));
  if (distractor) return { reported: index, kind: 'distractor', because: distractor.why };
  const place = placeText({ file: finding.file, lines: linesOf(finding) });
  return { reported: index, kind: 'neutral', because: `There is no flaw of this lab at ${place}.` };
}

const hits = (finding: ReviewFinding, { file, lines }: Distractor): boolean =>
  file === finding.file && linesApart(linesOf(finding), lines) === 0;

function nearMisses(
  { findings, distractors }: GroundTruth,
  groups: readonly (readonly Report[])[],
  alarms: readonly Report[],
): NearMiss[] {
  const paired = findings.flatMap((truth, at) => pairedNearMisses(truth, at, groups[at] ?? []));
  const missed = findings.filter((_, at) => groups[at]?.length === 0);
  const neutral = alarms.filter(({ finding }) => !distractors.some((one) => hits(finding, one)));
  const elsewhere = neutral.flatMap(({ index, finding }): NearMiss[] => {
    const truth = missed.find(
      ({ cwe, file, also }) =>
        [file, ...also.map((place) => place.file)].includes(finding.file) &&
        cweCredit(finding.cwe, cwe) >= rightCwe,
    );
    if (!truth) return [];
    const because = `The weakness is there, but not at these lines: it is ${placeText(truth)}.`;
    return [{ reported: index, id: truth.id, kind: 'wrong-place', because }];
  });
  return [...paired, ...elsewhere];
}

function pairedNearMisses(truth: LabFinding, at: number, group: readonly Report[]): NearMiss[] {
  return group.flatMap(({ index, finding, judged }): NearMiss[] => {
    const one = judged[at];
    if (!one) return [];
    const miss = { reported: index, id: truth.id };
    if (one.cwe < rightCwe) return [{ ...miss, kind: 'wrong-cwe', because: tellCwe(finding.cwe, truth.cwe) }];
    if (one.place === 1) return [];
    return [{ ...miss, kind: 'lines-off', because: `The flaw is at ${placeText(truth)}.` }];
  });
}
