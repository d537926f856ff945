import { expect, it } from 'vitest';
import { type Asked, answerQuestion, revealedFacts, scopingRubric } from './scoping.ts';

const at = 60;
const no = (id: string) => ({ id, met: 'no' as const });
const yes = (id: string) => ({ id, met: 'yes' as const });
const unsure = (id: string) => ({ id, met: 'unsure' as const });
const ask = (question: string, read: Parameters<typeof answerQuestion>[1], before: readonly Asked[] = []) =>
  answerQuestion({ question, at }, read, before);

it('tells every fact that a question surely asks for', () => {
  const asked = ask('Who uploads, and how big?', [yes('who'), yes('limits'), unsure('keys'), no('where')]);
  expect(asked).toEqual({
    question: 'Who uploads, and how big?',
    at,
    revealed: ['who', 'limits'],
    answer: 'told',
  });
});

it('gives the benefit of the doubt where nothing is sure', () => {
  expect(ask('How big?', [no('who'), unsure('limits')])).toMatchObject({
    revealed: ['limits'],
    answer: 'told',
  });
});

it('says that nothing is known when a question brings nothing out', () => {
  expect(ask('What color is it?', [no('who')])).toMatchObject({ revealed: [], answer: 'unknown' });
});

it('notices the same question and a fact that was told before', () => {
  const first = ask('Who uploads?', [yes('who'), no('where')]);
  expect(ask('who uploads', [yes('who')], [first])).toMatchObject({ revealed: ['who'], answer: 'again' });
  expect(ask('Which people?', [yes('who')], [first])).toMatchObject({ answer: 'again' });
  expect(ask('Who, and where?', [yes('who'), yes('where')], [first])).toMatchObject({ answer: 'told' });
  const nothing = ask('What color?', [no('who')]);
  expect(ask('What color??', [no('who')], [nothing])).toMatchObject({ revealed: [], answer: 'again' });
});

it('lists each fact once, in the order they came out', () => {
  const first = ask('b?', [yes('b')]);
  expect(revealedFacts([first, ask('a, b?', [yes('a'), yes('b')], [first])])).toEqual(['b', 'a']);
});

it('makes a point of every fact, with the wordings of its question', () => {
  const slots = { need: 1, groups: [['who']] };
  const fact = { id: 'who', tier: 'must' as const, says: 's', changes: 'c', sets: [] };
  const ask = { claim: 'Who may upload?', paraphrases: ['Which accounts?'], slots };
  expect(scopingRubric({ slug: 'x', facts: [{ ...fact, ask }] }).points).toMatchObject([
    { id: 'who', tier: 'must', claim: 'Who may upload?', paraphrases: ['Which accounts?'], slots },
  ]);
});
