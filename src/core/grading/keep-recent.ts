/** Makes something of a text once, and keeps it while no more than `most` others were made since. */
export function keepRecent<Made>(most: number, make: (text: string) => Made): (text: string) => Made {
  const known = new Map<string, Made>();
  return (text) => {
    const kept = known.get(text);
    if (kept !== undefined) return kept;
    const fresh = make(text);
    if (known.size >= most) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
