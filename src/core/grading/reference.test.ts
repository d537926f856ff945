import { describe, expect, it } from 'vitest';
import { createGrader, rubricFromReference } from './grader.ts';

const grader = createGrader({ lexicon: [], redFlags: [] });
const question = 'How would you separate the salt from the water?';
const score = async (
  answer: string,
  references = ['The water was evaporated, leaving the salt.'],
): Promise<number> =>
  (await grader.gradeAgainstReference({ id: 'salt', question, references, answer })).score;

describe('rubricFromReference', () => {
  it('cuts a model answer into points that can be shown', () => {
    const { points } = rubricFromReference({
      id: 'own',
      question,
      references: ['Heat the water until it is gone. The salt stays in the dish!'],
    });
    expect(points.map(({ id, claim }) => [id, claim])).toEqual([
      ['reference-1', 'Heat the water until it is gone.'],
      ['reference-2', 'The salt stays in the dish!'],
    ]);
  });
});

describe('an answer against a reference', () => {
  it('is right in other words and wrong when it says something else', async () => {
    expect(await score('Let the water evaporate and the salt is left behind.')).toBeGreaterThanOrEqual(0.5);
    expect(await score('I picked it out with a spoon.')).toBeLessThan(0.3);
    expect(await score("I don't know.")).toBe(0);
  });

  it('may match any of several references', async () => {
    const references = ['Pour it through a filter paper.', 'The water was evaporated, leaving the salt.'];
    expect(await score('The water evaporated and left the salt.', references)).toBeGreaterThanOrEqual(0.5);
  });

  it('earns more the more of a long reference it covers', async () => {
    const references = [
      'Tokens are signed with a private key. The service checks the signature and the expiry. A leaked key is revoked at once.',
    ];
    const half = await score(
      'Tokens are signed with a private key and the service checks the signature and expiry.',
      references,
    );
    const full = await score(
      'Tokens are signed with a private key, the service checks signature and expiry, and a leaked key is revoked at once.',
      references,
    );
    expect(full).toBeGreaterThan(half);
  });

  it('earns nothing for the question', async () => {
    expect(await score(question)).toBeLessThan(0.3);
  });
});
