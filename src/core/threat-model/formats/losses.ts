import type { Loss } from '../model-problem.ts';

/** Collects what cannot be carried over; the same loss at many places is told once, with their number. */
export class Losses {
  readonly #places = new Map<string, { readonly first: string; count: number }>();

  add(where: string, what: string): void {
    const known = this.#places.get(what);
    if (known) known.count += 1;
    else this.#places.set(what, { first: where, count: 1 });
  }

  list(): readonly Loss[] {
    return [...this.#places].map(([what, { first, count }]) => ({
      where: count > 1 ? `${first} and ${count - 1} more` : first,
      what,
    }));
  }
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Tells of each key with content that nobody has looked at. */
export function addUnread(
  losses: Losses,
  where: string,
  value: Readonly<Record<string, unknown>>,
  read: ReadonlySet<string>,
): void {
  for (const [key, content] of Object.entries(value)) {
    if (!read.has(key) && !isEmpty(content))
      losses.add(where, `The field "${key}" has no place in the model.`);
  }
}
