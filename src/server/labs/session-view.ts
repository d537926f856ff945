import type { z } from 'zod';
import type { Lab } from '#core/content/lab.ts';
import type { RedFlag } from '#core/content/red-flag.ts';
import { trueSeverity } from '#core/review/credit.ts';
import { weaknesses } from '#core/review/cwe/tree.ts';
import { type LabSession, standingOf } from '#server/storage/lab-session.ts';
import type { sessionView } from '../routes/schemas/lab.ts';
import { stepScores } from './advance.ts';
import { explanationRubric } from './lab-rubric.ts';
import { viewOfVerdict } from './verdict-view.ts';

type SessionView = z.infer<typeof sessionView>;

/** A session as the candidate may see it: the truth only after the review, the solution only after the fix. */
export function viewOfSession(lab: Lab, session: LabSession, redFlags: readonly RedFlag[]): SessionView {
  const { draft, results, ...rest } = session;
  const { exploited, runs, verdict, passedAt, gaveUpAt, hintsTaken } = results;
  return {
    ...rest,
    draft: { ...draft, findings: [...draft.findings], files: { ...draft.files } },
    scores: stepScores(lab, standingOf(results)),
    hints: lab.hints.slice(0, hintsTaken).map(({ text }) => text),
    review: reviewOf(lab, session),
    exploited: [...exploited],
    runs,
    verdict: verdict && viewOfVerdict(verdict),
    passedAt,
    gaveUpAt,
    explainPrompt: results.review === null ? null : lab.explain.prompt,
    explanation: explanationOf(lab, session, redFlags),
    solution: passedAt === null && gaveUpAt === null ? null : solutionOf(lab),
  };
}

function reviewOf(lab: Lab, { results }: LabSession): SessionView['review'] {
  const { review, reviewed, reviewedAt } = results;
  if (!review || reviewedAt === null) return null;
  return {
    grade: {
      ...review,
      findings: review.findings.map((finding) => ({ ...finding, reported: [...finding.reported] })),
      falseAlarms: [...review.falseAlarms],
      nearMisses: [...review.nearMisses],
    },
    reported: [...reviewed],
    truth: lab.findings.map((finding) => {
      const { id, title, file, lines, also, cwe, cvss, remediation } = finding;
      const name = weaknesses.get(cwe.best)?.name ?? `CWE-${cwe.best}`;
      const severity = trueSeverity(finding);
      return { id, title, file, lines, also, cwe: { best: cwe.best, name }, cvss, severity, remediation };
    }),
    distractors: lab.distractors,
    owasp: lab.owasp,
    at: reviewedAt,
  };
}

function explanationOf(
  lab: Lab,
  { results }: LabSession,
  redFlags: readonly RedFlag[],
): SessionView['explanation'] {
  const { explanation, explainedAt } = results;
  if (!explanation || explainedAt === null) return null;
  const { points, misconceptions } = explanationRubric(lab);
  return {
    score: explanation.score,
    points: explanation.points.flatMap(({ id, tier, met, because, quotes }) => {
      const point = points.find((one) => one.id === id);
      return point ? [{ id, tier, met, because, claim: point.claim, quotes: [...quotes] }] : [];
    }),
    misconceptions: explanation.misconceptions.flatMap(({ id, quotes }) => {
      const held = misconceptions.find((one) => one.id === id);
      return held ? [{ id, claim: held.claim, correction: held.correction, quotes: [...quotes] }] : [];
    }),
    flags: explanation.flags.flatMap(({ id, quotes }) => {
      const flag = redFlags.find((one) => one.id === id);
      if (!flag) return [];
      const { title, why, better } = flag;
      return [{ id, title, why, better, quotes: [...quotes] }];
    }),
    at: explainedAt,
  };
}

const solutionOf = ({ debrief, fixes }: Lab): SessionView['solution'] => ({
  debrief,
  fixes: fixes.map(({ name, role, title, explains, patch }) => ({ name, role, title, explains, patch })),
});
