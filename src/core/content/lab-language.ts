/** The languages of labs; without a library, so that any page can afford them. */
export const labLanguages = ['python', 'java', 'go', 'javascript'] as const;
export type LabLanguage = (typeof labLanguages)[number];
export const labLanguageNames: Readonly<Record<LabLanguage, string>> = {
  python: 'Python',
  java: 'Java',
  go: 'Go',
  javascript: 'JavaScript',
};
