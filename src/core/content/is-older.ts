const numbersOf = (version: string): number[] => version.split('.').map((part) => Number.parseInt(part, 10));

/** Whether a version of up to three numbers, such as "1.22.5", comes before another; numbers left out count as 0. */
export function isOlder(version: string, than: string): boolean {
  const [these, those] = [numbersOf(version), numbersOf(than)];
  const first = [0, 1, 2].find((at) => (these[at] ?? 0) !== (those[at] ?? 0));
  return first !== undefined && (these[first] ?? 0) < (those[first] ?? 0);
}
