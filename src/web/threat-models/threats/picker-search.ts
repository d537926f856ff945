type Searched = { readonly id: string; readonly label: string; readonly detail: string };

const mostShown = 60;

/** What is not chosen yet and has every word that was typed; what has them in its label comes first. */
export function matching<T extends Searched>(
  options: readonly T[],
  typed: string,
  chosen: readonly string[],
): readonly T[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const left = options.filter(({ id }) => !chosen.includes(id));
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const [named, others] = [
    left.filter(({ label }) => has(label)),
    left.filter(({ label, detail }) => !has(label) && has(`${label} ${detail}`)),
  ];
  return [...named, ...others].slice(0, mostShown);
}
