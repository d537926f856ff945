import type { ScenarioFile } from '#core/content/scenario.ts';

/** How elements, flows and boundaries of a scenario are called. */
export function placesIn({
  elements,
  flows,
  boundaries,
}: Pick<ScenarioFile, 'elements' | 'flows' | 'boundaries'>): (ids: readonly string[]) => readonly string[] {
  const labels = new Map([...elements, ...flows, ...boundaries].map(({ id, label }) => [id, label]));
  return (ids) => ids.flatMap((id) => labels.get(id) ?? []);
}
