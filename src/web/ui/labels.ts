import type { Band, Category, Format, Stage, Tier } from '#core/content/vocabulary.ts';
import type { Verdict } from '#core/grading/grade.ts';
import type { Status } from './api/types.ts';

export const categoryLabels: Record<Category, string> = {
  fundamentals: 'Fundamentals',
  'threat-modeling': 'Threat modeling',
  'code-review': 'Code review',
  behavioral: 'Behavioral',
};

export const stageLabels: Record<Stage, string> = {
  'recruiter-screen': 'Recruiter screen',
  'technical-screen': 'Technical screen',
  'design-round': 'Design round',
  'hiring-manager': 'Hiring manager',
  'cross-functional': 'Cross-functional',
};

export const formatLabels: Record<Format, string> = {
  explain: 'Explain',
  'review-code': 'Review code',
  'threat-model': 'Threat model',
  story: 'Tell a story',
};

export const tierLabels: Record<Tier, string> = { must: 'Must', should: 'Should', bonus: 'Bonus' };

export const bandLabels: Record<Band, string> = {
  'strong-no': 'Strong no',
  no: 'No',
  yes: 'Yes',
  'strong-yes': 'Strong yes',
};

export const statusLabels: Record<Status, string> = {
  new: 'New',
  due: 'Due',
  weak: 'Weak',
  strong: 'Strong',
  resting: 'Resting',
};

export const verdictLabels: Record<Verdict, string> = { yes: 'Met', no: 'Missed', unsure: 'Not sure' };

export const difficultyLabels: Record<string, string> = {
  '1': '1 easy',
  '2': '2 fair',
  '3': '3 medium',
  '4': '4 hard',
  '5': '5 expert',
};

/** `access-control` reads "Access control". */
export function fromIdentifier(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
