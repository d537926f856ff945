import type { TriageFindingView, TriageItem, TriageResult } from '#web/ui/api/triage-types.ts';

export const sourceLabels = {
  scanner: 'Scanner',
  'penetration-test': 'Penetration test',
  'bug-bounty': 'Report from outside',
} as const satisfies Record<TriageFindingView['source'], string>;

export const triageStatusLabels = {
  new: 'New',
  started: 'Under way',
  done: 'Done',
} as const satisfies Record<TriageItem['status'], string>;

export const verdictLabels = {
  right: 'Well chosen',
  swapped: 'As good',
  'can-wait': 'Can wait',
  duplicate: 'Wasted: a duplicate',
  'false-positive': 'Wasted: a false positive',
} as const satisfies Record<TriageResult['grade']['choices'][number]['verdict'], string>;

export const partLabels = {
  chosen: 'The four',
  order: 'The order',
  rejected: 'False positives',
  reasons: 'Reasons',
} as const satisfies Record<keyof TriageResult['grade']['parts'], string>;

export const points = (share: number): string => String(Math.round(100 * share));
