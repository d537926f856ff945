/** The items with changes made to the one of this id. */
export const updated = <T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  changes: object,
): T[] => items.map((item) => (item.id === id ? { ...item, ...changes, id: item.id } : item));
