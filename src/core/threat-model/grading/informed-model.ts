import { appliesTo, type Fact } from '#core/content/threat-facts.ts';
import type { ThreatModel } from '../document.ts';
import type { ModelMatch } from '../matching/match-models.ts';
import type { Prepared } from './prepare.ts';

type Facts = Readonly<Partial<Record<string, 'yes' | 'no' | 'unknown'>>>;

/** The candidate's model with what the scenario states about its elements and flows; that goes before their own word. */
export function informedModel(
  { scenario, akin }: Prepared,
  model: ThreatModel,
  { meaning }: ModelMatch,
  reference: ThreatModel,
): ThreatModel {
  const stated = new Map<string, Facts>(
    [...reference.elements, ...reference.flows].map(({ id, facts }) => [id, facts]),
  );
  const told = (id: string): Facts =>
    Object.fromEntries(
      scenario.facts.flatMap(({ sets }) =>
        sets.flatMap(({ on, fact, is }) => (on === id || akin.get(id)?.has(on) ? [[fact, is]] : [])),
      ),
    );
  const factsFor = (id: string, kind: Parameters<typeof appliesTo>[1]): Facts => {
    const all = (meaning.get(id) ?? []).map((meant) => ({ ...told(meant), ...stated.get(meant) }));
    const known = all.flatMap((facts) => Object.entries(facts));
    return Object.fromEntries(
      known.filter(([fact, answer]) => answer !== 'unknown' && appliesTo(fact as Fact, kind)),
    );
  };
  return {
    ...model,
    elements: model.elements.map((element) => ({
      ...element,
      facts: { ...element.facts, ...factsFor(element.id, element.kind) },
    })) as ThreatModel['elements'],
    flows: model.flows.map((flow) => ({ ...flow, facts: { ...flow.facts, ...factsFor(flow.id, 'flow') } })),
  };
}
