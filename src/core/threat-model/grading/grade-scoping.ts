import type { Part } from './model-grade.ts';
import type { Prepared } from './prepare.ts';
import { counted, mustCap, round, tierShare } from './tier-score.ts';

const askedFrom = 0.4;

/**
 * Grades what was asked: ids of facts, or questions as they were typed. Questions that reveal nothing cost nothing
 * here; without a session there is nothing to grade.
 */
export function gradeScoping({ scenario, read }: Prepared, asked: readonly string[] | undefined): Part {
  if (!asked)
    return { score: null, because: ['Graded without a session, so the other dimensions share its weight.'] };
  const revealed = new Set(
    asked.flatMap((question) =>
      revealedBy(
        question,
        scenario.facts.map(({ id }) => id),
        read.facts,
      ),
    ),
  );
  const credits = scenario.facts.map(({ id, tier }) => ({ tier, credit: revealed.has(id) ? 1 : 0 }));
  const item = ({ id, tier, ask }: (typeof scenario.facts)[number]) => ({
    kind: 'fact' as const,
    reference: id,
    label: ask.claim,
    tier,
  });
  const score = revealed.size === 0 ? 0 : Math.min(tierShare(credits), mustCap(credits));
  return {
    score: round(score),
    because: [`Facts asked for: ${counted(credits)}.`],
    matched: scenario.facts
      .filter(({ id }) => revealed.has(id))
      .map((fact) => ({ ...item(fact), candidates: [], credit: 1, because: 'You asked for it.' })),
    missed: scenario.facts
      .filter(({ id }) => !revealed.has(id))
      .map((fact) => ({ ...item(fact), because: `Nobody asked. ${fact.changes}` })),
  };
}

function revealedBy(question: string, facts: readonly string[], read: Prepared['read']['facts']): string[] {
  if (facts.includes(question)) return [question];
  const likeness = read(question);
  return facts.filter((_, index) => (likeness[index] ?? 0) >= askedFrom);
}
