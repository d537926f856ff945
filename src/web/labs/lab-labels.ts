import type { CheckResult, LabItem } from '#web/ui/api/lab-types.ts';

export const labStatusLabels: Record<LabItem['status'], string> = {
  new: 'New',
  started: 'Started',
  passed: 'Solved',
  'given-up': 'Not solved',
};

export const kindLabels: Record<LabItem['kind'], string> = {
  app: 'Whole app',
  'pull-request': 'Pull request',
};

export const checkKindLabels: Record<CheckResult['kind'], string> = {
  functional: 'Feature',
  exploit: 'Attack',
};

/** 0..1 as points of 100. */
export const points = (share: number): number => Math.round(share * 100);

/** `lines 4–9` or `line 4`. */
export const linesText = (first: number, last: number): string =>
  first === last ? `line ${first}` : `lines ${first}–${last}`;
