import type {
  ElementKind,
  mitigationKinds,
  mitigationStatuses,
  StrideCategory,
  threatStatuses,
} from '#core/content/threat-model-vocabulary.ts';
import type { DreadPart, Level, Severity } from '#core/threat-model/risk.ts';

/** One line on what each category means. */
export const strideLines: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'Somebody or something poses as another.',
  tampering: 'Data or code is changed by someone who must not change it.',
  repudiation: 'A deed can be denied, because nothing proves it.',
  'information-disclosure': 'Data reaches someone who must not see it.',
  'denial-of-service': 'The system stops serving, or is too slow to be of use.',
  'elevation-of-privilege': 'Somebody can do more than they were granted.',
};

export const strideLetters: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information-disclosure': 'I',
  'denial-of-service': 'D',
  'elevation-of-privilege': 'E',
};

export const likelihoodWords: Readonly<Record<Level, string>> = {
  1: 'rare',
  2: 'unlikely',
  3: 'possible',
  4: 'likely',
  5: 'almost certain',
};

export const impactWords: Readonly<Record<Level, string>> = {
  1: 'negligible',
  2: 'minor',
  3: 'moderate',
  4: 'major',
  5: 'severe',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
};

export const threatStatusLabels: Readonly<Record<(typeof threatStatuses)[number], string>> = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  transferred: 'Transferred',
};

export const mitigationKindLabels: Readonly<Record<(typeof mitigationKinds)[number], string>> = {
  prevents: 'Prevents',
  detects: 'Detects',
  responds: 'Responds',
};

export const mitigationStatusLabels: Readonly<Record<(typeof mitigationStatuses)[number], string>> = {
  proposed: 'Proposed',
  planned: 'Planned',
  'in-place': 'In place',
};

export const dreadQuestions: Readonly<Record<DreadPart, readonly [name: string, question: string]>> = {
  damage: ['Damage', 'How bad is it when it happens?'],
  reproducibility: ['Reproducibility', 'How surely does it work again?'],
  exploitability: ['Exploitability', 'How little work and skill does it take?'],
  affectedUsers: ['Affected users', 'How many does it hit?'],
  discoverability: ['Discoverability', 'How easily is it found?'],
};

export const placeKindLabels: Readonly<Record<ElementKind | 'flow' | 'boundary', string>> = {
  actor: 'Actor',
  process: 'Process',
  store: 'Store',
  flow: 'Flow',
  boundary: 'Trust boundary',
};
