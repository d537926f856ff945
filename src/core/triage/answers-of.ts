import type { ExpertOrdering, TriageSet } from '../content/triage.ts';
import type { TriageAnswer } from './answer.ts';
import { orderOf } from './grade-order.ts';

/** The answer that an expert of the set would give. */
export function expertAnswer(set: TriageSet, expert: ExpertOrdering): TriageAnswer {
  const order = orderOf(expert);
  const rejected = set.findings
    .filter(({ falsePositive, duplicateOf }) => falsePositive || duplicateOf !== undefined)
    .map(({ id }) => id);
  return {
    order: [
      ...order,
      ...set.findings.map(({ id }) => id).filter((id) => !order.includes(id) && !rejected.includes(id)),
      ...rejected,
    ],
    chosen: expert.take.map(({ id }) => id),
    rejected,
    reasons: Object.fromEntries(expert.take.map(({ id, why }) => [id, why])),
  };
}

/** The answer of somebody who sorts by one number, the highest first, and looks no further. */
export function sortedAnswer(set: TriageSet, scoreOf: (id: string) => number): TriageAnswer {
  const order = set.findings.map(({ id }) => id).sort((a, b) => scoreOf(b) - scoreOf(a));
  return { order, chosen: order.slice(0, set.capacity), rejected: [], reasons: {} };
}

/** Somebody who guesses: everything in an order drawn by `random` (0..1), and as many rejected as there are to reject. */
export function randomAnswer(set: TriageSet, random: () => number): TriageAnswer {
  const order = set.findings
    .map(({ id }) => ({ id, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ id }) => id);
  const wrong = set.findings.filter(({ falsePositive }) => falsePositive).length;
  return {
    order,
    chosen: order.slice(0, set.capacity),
    rejected: order.slice(order.length - wrong),
    reasons: {},
  };
}
