import type { Weakness } from './weakness.ts';
import { weaknessRows } from './weaknesses.ts';

/** All weaknesses that can be reported, by id. */
export const weaknesses: ReadonlyMap<number, Weakness> = new Map(
  weaknessRows.map(([id, name, level, parents]) => [id, { id, name, level, parents }]),
);

/**
 * Steps between two weaknesses in the tree of the research view, by way of their nearest common ancestor: 0 for the
 * same, 1 for parent and child, 2 for siblings. Paths do not lead over pillars, which have next to nothing in common
 * below them; `undefined` when there is no other path or an id is unknown.
 */
export function stepsBetween(a: number, b: number): number | undefined {
  const above = stepsUp(a);
  let least: number | undefined;
  for (const [id, steps] of stepsUp(b)) {
    const other = above.get(id);
    if (other === undefined) continue;
    if (least === undefined || steps + other < least) least = steps + other;
  }
  return least;
}

/** Whether two weaknesses stand below the same pillar, one of the most general entries. */
export function sharePillar(a: number, b: number): boolean {
  const pillars = pillarsOf(a);
  return [...pillarsOf(b)].some((pillar) => pillars.has(pillar));
}

/** A weakness and what stands above it short of the pillars, with the steps upward. */
function stepsUp(id: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let level = weaknesses.has(id) ? [id] : [];
  for (let steps = 0; level.length > 0; steps += 1) {
    for (const known of level) found.set(known, steps);
    level = level.flatMap(parentsOf).filter((parent) => !found.has(parent) && !isPillar(parent));
  }
  return found;
}

function pillarsOf(id: number): ReadonlySet<number> {
  if (isPillar(id)) return new Set([id]);
  const ids = [...stepsUp(id).keys()];
  return new Set(ids.flatMap(parentsOf).filter(isPillar));
}

const parentsOf = (id: number): readonly number[] => weaknesses.get(id)?.parents ?? [];
const isPillar = (id: number): boolean => weaknesses.get(id)?.level === 'pillar';
