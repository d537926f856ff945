import { describe, expect, it } from 'vitest';
import { createGrader } from './grader.ts';

const grader = createGrader({
  lexicon: [],
  redFlags: [
    {
      id: 'us-versus-them',
      title: 'Us against them',
      why: 'People stop talking to you.',
      claim: 'The speaker has contempt for developers or users.',
      shows: ["Developers don't care about security, so they have to be forced."],
      clean: ['Some people say that developers do not care, and I have never seen that.'],
      phrases: ['developers are lazy', 'users are stupid', "developers don't care about security"],
      better: [{ instead: 'Developers are lazy.', say: 'They had no time.' }],
    },
  ],
});
const flags = async (answer: string): Promise<string[]> => (await grader.flags(answer)).map(({ id }) => id);

describe('red flags', () => {
  it('are quoted from whoever shows them', async () => {
    const answer = 'We tried for a year. Honestly, the developers are lazy there, and nothing came of it.';
    const [flag] = await grader.flags(answer);
    expect(flag?.id).toBe('us-versus-them');
    for (const { text, start, end } of flag?.quotes ?? []) expect(answer.slice(start, end)).toBe(text);
  });

  it.each([
    'Developers are not lazy, they are busy.',
    'Some people say that developers are lazy, but I have never met one who was.',
    'There are people who think that users are stupid; I think our dialogs are.',
    'I used to think that developers are lazy until I worked as one.',
    'Developers are careful here, and the users are happy.',
  ])('are not shown by talking about them: %s', async (answer) => {
    expect(await flags(answer)).toEqual([]);
  });
});
