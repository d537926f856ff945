/** The closed word lists that every kind of content shares. */

export const categories = ['fundamentals', 'threat-modeling', 'code-review', 'behavioral'] as const;
export type Category = (typeof categories)[number];

export const stages = [
  'recruiter-screen',
  'technical-screen',
  'design-round',
  'hiring-manager',
  'cross-functional',
] as const;
export type Stage = (typeof stages)[number];

export const formats = ['explain', 'review-code', 'threat-model', 'story'] as const;
export type Format = (typeof formats)[number];

export const tiers = ['must', 'should', 'bonus'] as const;
export type Tier = (typeof tiers)[number];

/** From worst to best. */
export const bands = ['strong-no', 'no', 'yes', 'strong-yes'] as const;
export type Band = (typeof bands)[number];

export const redFlagIds = [
  'tools-without-principles',
  'ignores-people',
  'no-prioritization',
  'security-theater',
  'us-versus-them',
] as const;
export type RedFlagId = (typeof redFlagIds)[number];
