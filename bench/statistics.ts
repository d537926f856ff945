/** Mean of some numbers; NaN of none. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's r of pairs; NaN when one side does not vary. */
export function pearson(pairs: readonly (readonly [number, number])[]): number {
  const [meanX, meanY] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - meanX) * (y - meanY);
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Spearman's rank correlation of pairs, ties sharing their mean rank. */
export function spearman(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [ranks(pairs.map(([value]) => value)), ranks(pairs.map(([, value]) => value))];
  return pearson(x.map((rank, index) => [rank, y[index] ?? 0]));
}

function ranks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const same = values.filter((other) => other === value).length;
    return below + (same + 1) / 2;
  });
}

/** What was said against what is true. */
export type Judgment = { readonly said: boolean; readonly truth: boolean };

/** F1 of the positive class, 0..1. */
export function f1(judgments: readonly Judgment[]): number {
  const hit = judgments.filter(({ said, truth }) => said && truth).length;
  const wrong = judgments.filter(({ said, truth }) => said !== truth).length;
  return hit === 0 ? 0 : (2 * hit) / (2 * hit + wrong);
}

/** Cohen's kappa of two classes. */
export function kappa(judgments: readonly Judgment[]): number {
  const share = (test: (judgment: Judgment) => boolean): number =>
    judgments.filter(test).length / judgments.length;
  const agreed = share(({ said, truth }) => said === truth);
  const said = share((judgment) => judgment.said);
  const truth = share((judgment) => judgment.truth);
  const chance = said * truth + (1 - said) * (1 - truth);
  return (agreed - chance) / (1 - chance);
}

/** Quadratic weighted kappa of two ratings on 0..levels-1. */
export function quadraticKappa(pairs: readonly (readonly [number, number])[], levels: number): number {
  const share = (side: 0 | 1, level: number): number =>
    pairs.filter((pair) => pair[side] === level).length / pairs.length;
  const seen = mean(pairs.map(([a, b]) => (a - b) ** 2));
  let chance = 0;
  for (let a = 0; a < levels; a += 1)
    for (let b = 0; b < levels; b += 1) chance += share(0, a) * share(1, b) * (a - b) ** 2;
  return 1 - seen / chance;
}

/** Expected calibration error over ten equal bins, 0..1. */
export function calibrationError(
  rows: readonly { readonly probability: number; readonly truth: boolean }[],
): number {
  const bins = Array.from({ length: 10 }, (_, bin) =>
    rows.filter(({ probability }) => Math.min(9, Math.floor(probability * 10)) === bin),
  ).filter((bin) => bin.length > 0);
  return bins.reduce((sum, bin) => {
    const said = mean(bin.map(({ probability }) => probability));
    const true_ = mean(bin.map(({ truth }) => (truth ? 1 : 0)));
    return sum + (bin.length / rows.length) * Math.abs(said - true_);
  }, 0);
}

/** Rows by a key of theirs, in order of appearance. */
export function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
