import type { ScenarioFile } from '#core/content/scenario.ts';
import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';

/** A threat to accept or to reject. */
export type SpotItem = {
  /** Its place in the list, from 1, so that the id tells nothing. */
  readonly id: string;
  readonly claim: string;
  readonly stride: StrideCategory;
  /** Elements and flows of the references. */
  readonly on: readonly string[];
  /** Null for a real threat. */
  readonly ruledOut: { readonly fact: string; readonly why: string } | null;
};

export type SpotJudgment = { readonly verdict: 'accept' | 'reject' | null; readonly reason: string };
/** By the ids of items. */
export type SpotJudgments = Readonly<Record<string, SpotJudgment>>;

export type SpotGrade = {
  /** 0..1: the mean of both figures below. */
  readonly score: number;
  /** Share of the fabricated threats that were rejected, 0..1. */
  readonly sensitivity: number;
  /** Share of the real threats that were accepted, 0..1. */
  readonly specificity: number;
  /** How much the reason for a right rejection says of what rules the threat out, 0..1, by item. */
  readonly reasons: Readonly<Record<string, number>>;
};

/** Most real threats for each fabricated one. */
const realForEach = 2;

/** Real and fabricated threats in an order that follows from the seed alone. */
export function spotItems(
  { threats, fabricated }: Pick<ScenarioFile, 'threats' | 'fabricated'>,
  seed: number,
): readonly SpotItem[] {
  const next = sequence(seed);
  const real = shuffled(threats, next).slice(0, fabricated.length * realForEach);
  const mixed = shuffled(
    [
      ...real.map(({ claim, stride, on }) => ({ claim, stride, on, ruledOut: null })),
      ...fabricated.map(({ claim, stride, on, contradictedBy: fact, why }) => ({
        ...{ claim, stride, on },
        ruledOut: { fact, why },
      })),
    ],
    next,
  );
  return mixed.map((item, index) => ({ id: String(index + 1), ...item }));
}

/** Grades judgments; whoever says nothing about a threat lets it pass. Reasons are read elsewhere. */
export function gradeSpot(
  items: readonly SpotItem[],
  judgments: SpotJudgments,
  reasons: SpotGrade['reasons'],
): SpotGrade {
  const isRejected = ({ id }: SpotItem): boolean => judgments[id]?.verdict === 'reject';
  const fabricated = items.filter(({ ruledOut }) => ruledOut !== null);
  const real = items.filter(({ ruledOut }) => ruledOut === null);
  const sensitivity = share(fabricated.filter(isRejected).length, fabricated.length);
  const specificity = share(real.filter((item) => !isRejected(item)).length, real.length);
  return { score: (sensitivity + specificity) / 2, sensitivity, specificity, reasons };
}

const share = (some: number, all: number): number => (all === 0 ? 1 : some / all);

function shuffled<T>(items: readonly T[], next: () => number): readonly T[] {
  const keyed = items.map((item) => ({ item, key: next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Numbers from 0 up to 1 that follow from a seed (the mulberry32 generator by Tommy Ettinger). */
function sequence(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
