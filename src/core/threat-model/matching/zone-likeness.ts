import type { Sides, ZoneLikeness } from './element-likeness.ts';
import type { Graph } from './graph.ts';
import { type LabelReader, nameEvidence, type Reference, weightedMean } from './reference.ts';

/** Elements that stand in each boundary or in one inside it, by index. */
export function membersOf({ zones }: Graph): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  for (const [element, path] of zones.entries())
    for (const zone of path) {
      const known = members.get(zone);
      if (known) known.push(element);
      else members.set(zone, [element]);
    }
  return members;
}

/** Returns how alike boundaries are: by name, and once elements are paired also by who stands in them. */
export function zoneLikeness(
  { candidate, reference }: Sides,
  { names }: Reference,
  labels: LabelReader,
): (pairs: readonly number[] | undefined) => ZoneLikeness {
  const [own, other] = [membersOf(candidate), membersOf(reference)];
  const labelOf = new Map(candidate.boundaries.map(({ id, label }) => [id, label]));
  return (pairs) => {
    const known = new Map<string, number>();
    return (a, b) => {
      const key = `${a}\0${b}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const { likeness, weight } = nameEvidence(labels, labelOf.get(a) ?? '', names(b));
      const common = pairs ? overlap(own.get(a) ?? [], other.get(b) ?? [], pairs) : 0.5;
      const value = weightedMean([
        [likeness, 0.4 * weight],
        [common, 0.6],
      ]);
      known.set(key, value);
      return value;
    };
  };
}

function overlap(own: readonly number[], other: readonly number[], pairs: readonly number[]): number {
  const mapped = new Set(own.map((row) => pairs[row] ?? -1).filter((column) => column >= 0));
  const both = other.filter((column) => mapped.has(column)).length;
  const all = new Set([...mapped, ...other]).size;
  return all === 0 ? 0 : both / all;
}
