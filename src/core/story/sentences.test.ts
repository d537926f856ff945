import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from './sentences.ts';

const texts = (source: string): string[] => sentencesOf(source).map(({ text }) => text);

test('sentences end at punctuation, blank lines and bullets', () => {
  expect(texts('I found it. We fixed it!\n\nIt held\n- nobody called\n- nobody wrote')).toEqual([
    'I found it.',
    'We fixed it!',
    'It held',
    'nobody called',
    'nobody wrote',
  ]);
});

test('a figure or an abbreviation does not end a sentence', () => {
  expect(texts('It fell from 4.5 to 1.2 days, e.g. for the portal. Good.')).toHaveLength(2);
});

test('speech without punctuation is cut where a new clause begins', () => {
  const speech =
    'i was the only security person at a bank and i got a call on a friday evening about a key that somebody had put into a public repository so i revoked the key right away and then i looked through the logs of the last ninety days and i found that nobody had used it but we had eleven more keys like that';
  const found = texts(speech);
  expect(found.length).toBeGreaterThanOrEqual(4);
  expect(found.join(' ')).toBe(speech);
});

test('what is filler only is no sentence', () => {
  expect(texts('Um, yeah. So, uh, okay. I found it.')).toEqual(['I found it.']);
});

test('every sentence is a slice of the text, in order and without overlap', () => {
  const word = fc.constantFrom(
    'I',
    'and then',
    'we',
    'um',
    'fixed',
    '4.5',
    'it',
    '.',
    '!',
    '\n\n',
    '- ',
    'e.g.',
    '’',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), (words) => {
      const source = words.join(' ');
      let end = 0;
      for (const sentence of sentencesOf(source)) {
        expect(source.slice(sentence.start, sentence.end)).toBe(sentence.text);
        expect(sentence.start).toBeGreaterThanOrEqual(end);
        end = sentence.end;
      }
    }),
  );
});
