import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

export type Measured = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most (or, with `atLeast`, the least) that is wanted. */
  readonly target?: number;
  readonly atLeast?: boolean;
};

/** The value below which `share` percent of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN;
}

/** Prints a table; with `--json FILE` also writes the figures and the machine they were taken on. */
export function printResults(bench: string, results: readonly Measured[]): void {
  const rows = results.map((result) => [result.what, format(result.value), result.unit, verdict(result)]);
  const width = Math.max(...rows.map(([what]) => what?.length ?? 0));
  console.log(`\n${bench}`);
  for (const [what, value, unit, note] of rows) {
    console.log(`  ${what?.padEnd(width)}  ${value?.padStart(10)} ${unit?.padEnd(6)} ${note}`);
  }
  const file = process.argv[process.argv.indexOf('--json') + 1];
  if (process.argv.includes('--json') && file) {
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.versions.node };
    writeFileSync(file, `${JSON.stringify({ bench, machine, results }, null, 2)}\n`);
  }
}

const format = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(value < 1 ? 3 : 1);

function verdict({ value, target, atLeast }: Measured): string {
  if (target === undefined) return '';
  const held = atLeast ? value >= target : value <= target;
  return `${held ? 'holds' : 'MISSED'} (${atLeast ? 'at least' : 'at most'} ${target})`;
}
