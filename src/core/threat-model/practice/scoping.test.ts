import { expect, it } from 'vitest';
import { type Asked, answerQuestion, asSentence, revealedFacts, scopingRubric } from './scoping.ts';

const at = 60;
const no = (id: string) => ({ id, met: 'no' as const, probability: 0.1 });
const yes = (id: string, probability = 0.9) => ({ id, met: 'yes' as const, probability });
const unsure = (id: string) => ({ id, met: 'unsure' as const, probability: 0.5 });
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

it('tells no fact that a question only brushes while it asks for another', () => {
  const asked = ask('On which domain are they hosted?', [yes('where', 0.96), yes('rights', 0.64)]);
  expect(asked).toMatchObject({ revealed: ['where'], answer: 'told' });
  const both = ask('Which formats, and is the decoder sandboxed?', [
    yes('formats', 0.93),
    yes('rights', 0.81),
  ]);
  expect(both).toMatchObject({ revealed: ['formats', 'rights'] });
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

it.each([
  ['Rate limits?', 'What about Rate limits?'],
  [' MFA ', 'What about MFA'],
  ['Is there MFA?', 'Is there MFA?'],
  ['Sessions last how long?', 'Sessions last how long?'],
  ['limits, MFA, logging', 'limits, MFA, logging'],
  ['limits MFA logging sandbox rights', 'limits MFA logging sandbox rights'],
])('reads %o as %o', (question, read) => {
  expect(asSentence(question)).toBe(read);
});
