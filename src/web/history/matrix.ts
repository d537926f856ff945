import type { Tier } from '#core/content/vocabulary.ts';
import type { Verdict } from '#core/grading/grade.ts';

export type ComparedPoint = {
  readonly id: string;
  readonly claim: string;
  readonly tier: Tier;
  readonly met: Verdict;
};

/** `new`: only the later attempt was asked for it, because the question changed; `dropped`: only the earlier one. */
export type Change = 'gained' | 'lost' | 'same' | 'new' | 'dropped';

export type MatrixRow = {
  readonly id: string;
  readonly claim: string;
  readonly tier: Tier;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
  readonly change: Change;
};

const worth: Record<Verdict, number> = { no: 0, unsure: 1, yes: 2 };

function changeOf(before: Verdict | null, after: Verdict | null): Change {
  if (before === null) return 'new';
  if (after === null) return 'dropped';
  if (worth[after] === worth[before]) return 'same';
  return worth[after] > worth[before] ? 'gained' : 'lost';
}

/** One row a point of either attempt: those of the later one in its order, then what it no longer has. */
export function compareMatrix(
  before: readonly ComparedPoint[],
  after: readonly ComparedPoint[],
): readonly MatrixRow[] {
  const earlier = new Map(before.map((point) => [point.id, point]));
  const later = new Set(after.map((point) => point.id));
  const all = [...after, ...before.filter((point) => !later.has(point.id))];
  return all.map((point) => {
    const was = earlier.get(point.id)?.met ?? null;
    const is = later.has(point.id) ? point.met : null;
    return {
      id: point.id,
      claim: point.claim,
      tier: point.tier,
      before: was,
      after: is,
      change: changeOf(was, is),
    };
  });
}

export type MisconceptionRow = {
  readonly id: string;
  readonly claim: string;
  readonly before: boolean;
  readonly after: boolean;
};

type Held = Pick<MisconceptionRow, 'id' | 'claim'>;

/** One row a misconception that either attempt shows; those of the later one first. */
export function compareMisconceptions(
  before: readonly Held[],
  after: readonly Held[],
): readonly MisconceptionRow[] {
  const holds = (held: readonly Held[], id: string): boolean => held.some((each) => each.id === id);
  const all = [...after, ...before.filter(({ id }) => !holds(after, id))];
  return all.map(({ id, claim }) => ({ id, claim, before: holds(before, id), after: holds(after, id) }));
}

export function countChanges(rows: readonly MatrixRow[]): Record<Change, number> {
  const counts: Record<Change, number> = { gained: 0, lost: 0, same: 0, new: 0, dropped: 0 };
  for (const row of rows) counts[row.change] += 1;
  return counts;
}
