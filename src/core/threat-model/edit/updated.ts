type Item = { readonly id: string };

/** The items with changes made to the one of this id; the same items when that changes nothing. */
export function updated<T extends Item>(items: readonly T[], id: string, changes: object): T[] {
  return mapped(items, (item) => {
    const next = { ...item, ...changes, id: item.id };
    return item.id === id && !sameValues(item, next) ? next : item;
  });
}

/** The items after a change to each; the same items when all of them stay what they are. */
export function mapped<T>(items: readonly T[], change: (item: T) => T): T[] {
  const next = items.map(change);
  return next.every((item, index) => item === items[index]) ? (items as T[]) : next;
}

/** Whether all values of two objects with the same keys are the same, by identity. */
export const sameValues = (a: object, b: object): boolean => {
  const values = new Map(Object.entries(a));
  return Object.entries(b).every(([key, value]) => Object.is(values.get(key), value));
};
