const certain = 0.001;

/** Log odds of a probability; 0 and 1 count as 0.001 and 0.999. */
export function logOdds(probability: number): number {
  const inside = Math.max(certain, Math.min(1 - certain, probability));
  return Math.log(inside / (1 - inside));
}

/** The probability, 0..1, of log odds. */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
