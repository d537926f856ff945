/** What a sentence of a story serves. `other` is talk around the story: greetings, asides, general wisdom. */
export const partNames = ['situation', 'task', 'action', 'result', 'lesson', 'other'] as const;
export type PartName = (typeof partNames)[number];

/** The parts that a story is made of. */
export const storyParts = ['situation', 'task', 'action', 'result', 'lesson'] as const;
export type StoryPart = (typeof storyParts)[number];
