import {
  type ElementKind,
  type StrideCategory,
  strideCategories,
} from '#core/content/threat-model-vocabulary.ts';
import type { ThreatModel } from './document.ts';

export type CoverageRow = {
  readonly id: string;
  readonly label: string;
  readonly kind: ElementKind | 'flow';
  readonly inScope: boolean;
  /** How many threats of each category act on it. */
  readonly counts: Readonly<Record<StrideCategory, number>>;
};

const usual: Readonly<Record<ElementKind | 'flow', readonly StrideCategory[]>> = {
  actor: ['spoofing', 'repudiation'],
  process: strideCategories,
  store: ['tampering', 'repudiation', 'information-disclosure', 'denial-of-service'],
  flow: ['tampering', 'information-disclosure', 'denial-of-service'],
};

/** Whether the chart of STRIDE per element has a category for a kind of thing; threats outside of it happen too. */
export const isUsual = (kind: ElementKind | 'flow', stride: StrideCategory): boolean =>
  usual[kind].includes(stride);

/** What each element and each flow has of each category: elements first, in the order of the model. */
export function coverageOf({ elements, flows, threats }: ThreatModel): readonly CoverageRow[] {
  const counts = new Map<string, Record<StrideCategory, number>>();
  for (const { on, stride } of threats) {
    for (const id of new Set(on)) {
      const row = counts.get(id) ?? none();
      row[stride] += 1;
      counts.set(id, row);
    }
  }
  const rowOf = (id: string) => counts.get(id) ?? none();
  return [
    ...elements.map(({ id, label, kind, inScope }) => ({ id, label, kind, inScope, counts: rowOf(id) })),
    ...flows.map(({ id, label, inScope }) => ({
      id,
      label,
      kind: 'flow' as const,
      inScope,
      counts: rowOf(id),
    })),
  ];
}

const none = (): Record<StrideCategory, number> => ({
  spoofing: 0,
  tampering: 0,
  repudiation: 0,
  'information-disclosure': 0,
  'denial-of-service': 0,
  'elevation-of-privilege': 0,
});
