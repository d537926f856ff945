import type { ThreatModel } from '#core/threat-model/document.ts';
import type { RoundResult } from '#web/ui/api/scenario-types.ts';

/** Something of the reference and what stands for it in the candidate's model, under one number. */
export type Pair = {
  readonly number: number;
  readonly kind: string;
  readonly reference: string;
  readonly referenceLabel: string;
  readonly candidates: readonly string[];
  readonly ownLabels: readonly string[];
  /** 0..1. */
  readonly credit: number;
  readonly because: string;
};

const drawn = ['element', 'flow', 'boundary'] as const;

/** What is drawn in both models, numbered from 1: elements first, then flows, then boundaries. */
export function pairsOf(own: ThreatModel, matched: RoundResult['matched']): readonly Pair[] {
  const labels = new Map(
    [...own.elements, ...own.flows, ...own.boundaries].map(({ id, label }) => [id, label]),
  );
  return drawn
    .flatMap((kind) => matched.filter((item) => item.kind === kind))
    .map(({ kind, reference, label, candidates, credit, because }, index) => ({
      ...{ number: index + 1, kind, reference, referenceLabel: label, candidates, credit, because },
      ownLabels: candidates.flatMap((id) => labels.get(id) ?? []),
    }));
}

/** The numbers that stand at each thing of one of the two models, by its id. */
export function numbersAt(
  pairs: readonly Pair[],
  idsOf: (pair: Pair) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  for (const pair of pairs)
    for (const id of idsOf(pair)) numbers.set(id, [...(numbers.get(id) ?? []), pair.number]);
  return numbers;
}
