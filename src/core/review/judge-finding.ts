import type { LabFinding } from '#core/content/lab.ts';
import { cweCredit, severityCredit, trueSeverity } from './credit.ts';
import { type ReviewFinding, statedSeverity } from './finding.ts';
import { placeCredit } from './place.ts';

/** How a reported finding compares with a true one; shares are 0..1. */
export type Judged = {
  readonly place: number;
  readonly cwe: number;
  readonly severity: number;
  /** `null` when there was no explanation to judge. */
  readonly explanation: number | null;
  /** All of it together. */
  readonly value: number;
};

/** Scores the text of an explanation against the points of a true finding, 0..1. */
export type ExplanationScore = (text: string, truth: LabFinding) => Promise<number>;

const weights = { place: 0.25, cwe: 0.3, severity: 0.15, explanation: 0.3 };
const withoutExplanation = weights.place + weights.cwe + weights.severity;
/** An explanation that scores this much says what matters; hardly anybody makes every last point. */
const complete = 0.8;

/** Compares a reported finding with a true one; `undefined` when it is not near any of its places. */
export async function judgeFinding(
  reported: ReviewFinding,
  truth: LabFinding,
  score: ExplanationScore | undefined,
): Promise<Judged | undefined> {
  const place = placeCredit(reported, truth);
  if (place === 0) return undefined;
  const text = explanationOf(reported);
  const explanation =
    score && text !== undefined ? Math.min(1, Math.max(0, (await score(text, truth)) / complete)) : null;
  return withValue({
    place,
    cwe: cweCredit(reported.cwe, truth.cwe),
    severity: severityCredit(statedSeverity(reported), trueSeverity(truth)),
    explanation,
  });
}

/** What a reviewer wrote about a finding; `undefined` when there is nothing to judge. */
function explanationOf({ explanation, remediation }: ReviewFinding): string | undefined {
  if (explanation === undefined && remediation === undefined) return undefined;
  return [explanation, remediation].filter(Boolean).join('\n\n');
}

/** Right lines alone are worth a part; the rest of a finding counts as far as its place is right. */
function withValue(shares: Omit<Judged, 'value'>): Judged {
  const { place, cwe, severity, explanation } = shares;
  const rest = weights.place + weights.cwe * cwe + weights.severity * severity;
  const value = explanation === null ? rest / withoutExplanation : rest + weights.explanation * explanation;
  return { ...shares, value: Math.min(1, place * value) };
}

/** What several reports of the same flaw come to: their average, so that no repeat and no second guess pays. */
export function averageOf(group: readonly Judged[]): Judged {
  const mean = (of: (judged: Judged) => number): number =>
    group.reduce((sum, judged) => sum + of(judged), 0) / group.length;
  const explained = group.flatMap(({ explanation }) => (explanation === null ? [] : [explanation]));
  const explanation =
    explained.length === 0 ? null : explained.reduce((sum, share) => sum + share, 0) / explained.length;
  return {
    place: mean(({ place }) => place),
    cwe: mean(({ cwe }) => cwe),
    severity: mean(({ severity }) => severity),
    explanation,
    value: mean(({ value }) => value),
  };
}
