/** Character trigrams of a word sequence. */
export function trigramsOf(words: readonly string[]): ReadonlySet<string> {
  const grams = new Set<string>();
  for (const word of words) {
    const padded = `^${word}$`;
    for (let at = 0; at + 3 <= padded.length; at += 1) grams.add(padded.slice(at, at + 3));
  }
  return grams;
}

/** Share of `of` that also stands in `within`, 0..1. */
export function containment(of: ReadonlySet<string>, within: ReadonlySet<string>): number {
  if (of.size === 0) return 0;
  let shared = 0;
  for (const gram of of) if (within.has(gram)) shared += 1;
  return shared / of.size;
}
