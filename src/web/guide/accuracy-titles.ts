import { formatLabels, tierLabels } from '#web/ui/labels.ts';

type Group = 'formats' | 'tiers' | 'kinds';

const groupTitles: Readonly<Record<Group, string>> = {
  formats: 'By format',
  tiers: 'By tier of the point',
  kinds: 'By kind of answer',
};
export const groupTitle = (group: Group): string => groupTitles[group];

const titles: Readonly<Record<string, string>> = {
  ...formatLabels,
  ...tierLabels,
  strong: 'Strong',
  'strong-plain': 'Strong, in everyday words only',
  terse: 'Complete and terse',
  'mid-even': 'Half of everything',
  'mid-vague': 'Vague with a few points',
  'mid-story': 'Told through a project',
  'mid-rambling': 'Rambling speech',
  'deep-one': 'Deep on one thing',
  shallow: 'True and thin',
  'wrong-fluent': 'Fluent and wrong',
  'one-error': 'Strong with one dangerous error',
  'keyword-list': 'A list of keywords',
  echo: 'The question again',
  'off-topic': 'Another subject',
  stalling: 'Stalling',
};

/** What a format, a tier or a kind of answer is called. */
export const kindTitle = (name: string): string => titles[name] ?? name;
