/** Something with an id that may stand in another document under another id. */
export type Pairable = { readonly id: string };

export type Pairs<T> = {
  readonly both: readonly (readonly [before: T, after: T])[];
  readonly added: readonly T[];
  readonly removed: readonly T[];
};

/**
 * Pairs things by id, then those that are left by a key, the first with the first. Swapping the lists swaps the sides.
 */
export function pairUp<T extends Pairable>(
  before: readonly T[],
  after: readonly T[],
  keys: { readonly before: (item: T) => string; readonly after: (item: T) => string },
): Pairs<T> {
  const [here, there] = [byId(before), byId(after)];
  const both = before.flatMap((item): (readonly [T, T])[] => {
    const other = there.get(item.id);
    return other ? [[item, other]] : [];
  });
  const left = grouped(
    after.filter(({ id }) => !here.has(id)),
    keys.after,
  );
  const removed: T[] = [];
  for (const item of before) {
    if (there.has(item.id)) continue;
    const twin = left.get(keys.before(item))?.shift();
    if (twin) both.push([item, twin]);
    else removed.push(item);
  }
  return { both, removed, added: [...left.values()].flat() };
}

const byId = <T extends Pairable>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Under which name of the document before each thing of the document after goes. */
export const namesAfter = (pairs: readonly Pairs<Pairable>[]): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap(({ both }) => both.map(([before, after]) => [after.id, before.id])));
