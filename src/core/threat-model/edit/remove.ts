import { boundaryPaths } from '../boundaries.ts';
import type { ThreatModel } from '../document.ts';

/**
 * The model without these elements, flows and boundaries, without the flows of the elements, and without any mention
 * of what is gone. What stood in a boundary that is gone stands in the one around it.
 */
export function remove(model: ThreatModel, ids: readonly string[]): ThreatModel {
  const named = new Set(ids);
  const flows = model.flows.filter(({ id, from, to }) => named.has(id) || named.has(from) || named.has(to));
  const gone = new Set([...named, ...flows.map(({ id }) => id)]);
  const stays = ({ id }: { readonly id: string }): boolean => !gone.has(id);
  const around = survivors(model, gone);
  return {
    ...withoutMentions(model, gone),
    elements: kept(model.elements.filter(stays), 'boundary', around),
    flows: model.flows.filter(stays),
    boundaries: kept(model.boundaries.filter(stays), 'parent', around),
    layout: Object.fromEntries(Object.entries(model.layout).filter(([id]) => !gone.has(id))),
  };
}

/** For every boundary the innermost one around it, itself first, that stays. */
const survivors = (model: ThreatModel, gone: ReadonlySet<string>): ReadonlyMap<string, string | null> =>
  new Map([...boundaryPaths(model)].map(([id, path]) => [id, path.find((step) => !gone.has(step)) ?? null]));

const kept = <K extends string, T extends Readonly<Record<K, string | null>>>(
  items: readonly T[],
  key: K,
  around: ReadonlyMap<string, string | null>,
): T[] =>
  items.map((item) => {
    const at = item[key] === null ? null : (around.get(item[key]) ?? null);
    return at === item[key] ? item : { ...item, [key]: at };
  });

function withoutMentions(model: ThreatModel, gone: ReadonlySet<string>): ThreatModel {
  const without = <K extends string, T extends Readonly<Record<K, readonly string[]>>>(
    items: readonly T[],
    key: K,
  ): T[] =>
    items.map((item) =>
      item[key].some((id) => gone.has(id))
        ? { ...item, [key]: item[key].filter((id) => !gone.has(id)) }
        : item,
    );
  return {
    ...model,
    threats: without(model.threats, 'on'),
    mitigations: without(model.mitigations, 'at'),
    dismissed: model.dismissed.filter(({ on }) => !gone.has(on)),
  };
}
