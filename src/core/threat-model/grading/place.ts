import type { ModelMatch } from '../matching/match-models.ts';
import type { Prepared } from './prepare.ts';

/** Judges whether something stands where it belongs. */
export type PlaceJudge = {
  /** How well places of the candidate fit those of the scenario, 0..1; null when none are given. */
  fit(placed: readonly string[], right: readonly string[]): number | null;
};

const fits = { right: 1, beside: 0.6, unknown: 0.3 } as const;
/** Half of the places may be beside the point. */
const honest = 0.6;

export function placeJudge({ scenario, akin }: Prepared, { meaning }: ModelMatch): PlaceJudge {
  const ends = new Map(scenario.flows.map(({ id, from, to }) => [id, [from, to]]));
  const besides = (right: ReadonlySet<string>): ReadonlySet<string> => {
    const near = new Set<string>();
    for (const [flow, own] of ends) {
      if (right.has(flow)) for (const end of own) near.add(end);
      if (own.some((end) => right.has(end))) near.add(flow);
    }
    return near;
  };
  const fitOf = (meant: readonly string[], right: ReadonlySet<string>, near: ReadonlySet<string>): number => {
    if (meant.some((id) => right.has(id))) return fits.right;
    const inOtherCut = meant.flatMap((id) => [...(akin.get(id) ?? [])]);
    if (inOtherCut.some((id) => right.has(id))) return fits.right;
    return [...meant, ...inOtherCut].some((id) => near.has(id)) ? fits.beside : 0;
  };
  return {
    fit: (placed, right) => {
      if (placed.length === 0) return null;
      const places = new Set(right);
      const near = besides(places);
      const found = placed.map((id) => {
        const meant = meaning.get(id);
        return meant ? fitOf(meant, places, near) : fits.unknown;
      });
      const best = Math.max(...found);
      const exact = found.reduce((sum, fit) => sum + (fit === fits.right ? 1 : fit / 2), 0) / found.length;
      const needed = best === fits.beside ? fits.beside / 2 : honest;
      return best * Math.min(1, 0.1 + 0.9 * (exact / needed) ** 1.5);
    },
  };
}
