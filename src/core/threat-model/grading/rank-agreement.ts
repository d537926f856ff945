/**
 * Kendall's tau-b of two rankings of the same things, -1..1: pairs in the same order against pairs in opposite order,
 * with ties in either taken out of what could be reached (Kendall 1945). 0 where one of them says nothing.
 */
export function rankAgreement(a: readonly number[], b: readonly number[]): number {
  let agreement = 0;
  let orderedByA = 0;
  let orderedByB = 0;
  for (let first = 0; first < a.length; first += 1) {
    for (let second = first + 1; second < a.length; second += 1) {
      const [byA, byB] = [direction(a, first, second), direction(b, first, second)];
      agreement += byA * byB;
      orderedByA += Math.abs(byA);
      orderedByB += Math.abs(byB);
    }
  }
  return orderedByA === 0 || orderedByB === 0 ? 0 : agreement / Math.sqrt(orderedByA * orderedByB);
}

const direction = (ranks: readonly number[], first: number, second: number): number =>
  Math.sign((ranks[second] ?? 0) - (ranks[first] ?? 0));
