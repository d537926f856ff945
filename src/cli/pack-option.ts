/** Lets an author work on a pack without adding it. */
export const packOption = ['--pack <folder>', 'a pack that is not added; without it, all that are'] as const;
