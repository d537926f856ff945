/** By what the question bank can be filtered. */
export const facetNames = [
  'category',
  'stage',
  'competency',
  'difficulty',
  'format',
  'status',
  'pack',
] as const;
export type FacetName = (typeof facetNames)[number];
