import type { Mitigation, Threat, ThreatModel } from './document.ts';

/** The mitigations that act against each threat, by its id; a threat without any is absent. */
export function mitigationsAgainst({
  mitigations,
}: Pick<ThreatModel, 'mitigations'>): ReadonlyMap<string, readonly Mitigation[]> {
  const against = new Map<string, Mitigation[]>();
  for (const mitigation of mitigations) {
    for (const id of new Set(mitigation.threats)) against.set(id, [...(against.get(id) ?? []), mitigation]);
  }
  return against;
}

/** Whether something is still owed: nothing acts against the threat, and it was neither accepted nor transferred. */
export const lacksMitigation = (
  { id, status }: Pick<Threat, 'id' | 'status'>,
  against: ReadonlyMap<string, readonly Mitigation[]>,
): boolean => !against.has(id) && (status === 'open' || status === 'mitigated');
