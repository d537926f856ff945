import { judgingKey } from '../text/judging-words.ts';
import type { ReadText, Span } from '../text/read-text.ts';
import type { Statement, StatementUnit } from './compile-rubric.ts';

/** A statement's unit found in the answer. */
type Found = {
  readonly unit: number;
  readonly from: number;
  readonly credit: number;
  readonly agrees: boolean;
};

/** Where the units of a statement stand in an answer, in the order of the answer. */
export type Traces = { readonly statement: Statement; readonly found: readonly Found[] };

const partCredit = 0.6;
const denialCredit = 0.35;

/** Looks up every unit of a statement in the answer, once for all windows. */
export function traceStatement(text: ReadText, statement: Statement): Traces {
  const found = statement.units.flatMap((unit, index) => placesOf(text, unit, index));
  return { statement, found: found.sort((a, b) => a.from - b.from) };
}

function placesOf(text: ReadText, unit: StatementUnit, index: number): Found[] {
  const at = (key: string, credit: number): Found[] =>
    (text.places.get(key) ?? []).map(({ from }) => ({
      unit: index,
      from,
      credit,
      agrees: unit.key === judgingKey || (text.denied[from] ?? false) === unit.denied,
    }));
  if (!unit.key.startsWith('@')) return at(unit.key, 1);
  const share = partCredit / Math.max(1, unit.parts.length);
  return [...at(unit.key, 1), ...unit.parts.flatMap((part) => at(part, Math.min(0.5, share * 1.5)))];
}

export type Recall = {
  /** Weighted share of the statement's units, 0..1. */
  readonly share: number;
  /** Share of neighboring found units that keep the statement's order. */
  readonly order: number;
  /** Share of found units whose denial differs. */
  readonly mismatch: number;
  /** The units found. */
  readonly units: ReadonlySet<number>;
};

/** How much of a statement stands in a window. */
export function recallIn({ statement, found }: Traces, window: Span): Recall {
  const inside = found.filter(({ from }) => from >= window.from && from < window.to);
  const weightOf = (unit: number): number => statement.units[unit]?.weight ?? 0;
  const credit = new Map<number, number>();
  let matched = 0;
  let differing = 0;
  for (const { unit, credit: full, agrees } of inside) {
    const earned = full * (agrees ? 1 : denialCredit);
    credit.set(unit, Math.max(earned, credit.get(unit) ?? 0));
    matched += weightOf(unit);
    if (!agrees) differing += weightOf(unit);
  }
  let sum = 0;
  for (const [unit, earned] of credit) sum += earned * weightOf(unit);
  return {
    share: statement.mass === 0 ? 0 : Math.min(1, sum / statement.mass),
    order: orderOf(inside),
    mismatch: matched === 0 ? 0 : differing / matched,
    units: new Set(credit.keys()),
  };
}

/** Share of steps from one unit to another that go forward, as in the statement; few steps count less. */
function orderOf(found: readonly Found[]): number {
  let last: number | undefined;
  let steps = 0;
  let forward = 0;
  for (const { unit } of found) {
    if (last !== undefined && unit !== last) {
      steps += 1;
      if (unit > last) forward += 1;
    }
    last = unit;
  }
  return steps === 0 ? 0 : forward / Math.max(2, steps);
}
