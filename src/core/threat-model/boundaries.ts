import type { ThreatModel } from './document.ts';

/** The boundaries that each boundary stands in, itself first, by id. A cycle ends where it closes. */
export type BoundaryPaths = ReadonlyMap<string, readonly string[]>;

export function boundaryPaths({ boundaries }: ThreatModel): BoundaryPaths {
  const parents = new Map(boundaries.map(({ id, parent }) => [id, parent]));
  return new Map(
    boundaries.map(({ id }) => {
      const path = new Set<string>();
      for (let at: string | null | undefined = id; at && !path.has(at); at = parents.get(at)) path.add(at);
      return [id, [...path]];
    }),
  );
}

/** The boundaries around `inner` that are not around `outer` too, the innermost first: those that a flow enters. */
export function boundariesBetween(
  paths: BoundaryPaths,
  outer: string | null,
  inner: string | null,
): readonly string[] {
  const around = outer === null ? [] : (paths.get(outer) ?? []);
  const inside = inner === null ? [] : (paths.get(inner) ?? []);
  return inside.filter((id) => !around.includes(id));
}
