/** What `fix.yaml` holds until its author fills it in; the linter refuses it. */
export const blankFix = {
  title: 'The fix in a few words',
  explains: 'What the fix does, and why it holds or how it is broken.',
} as const;
