import { describe, expect, it } from 'vitest';
import { clausesOf } from './clauses.ts';
import { fluencyOf } from './fluency.ts';
import { indexLexicon } from './lexicon-index.ts';
import { deniedTokens } from './negation.ts';
import { readText } from './read-text.ts';
import { tokensOf } from './tokens.ts';
import { stemOf } from './word-forms.ts';

const words = (text: string): string[] => tokensOf(text).map(({ word }) => word);
const denied = (text: string): string[] => {
  const tokens = tokensOf(text);
  const marks = deniedTokens(tokens, clausesOf(tokens));
  return tokens.filter((_, index) => marks[index]).map(({ word }) => word);
};

describe('words', () => {
  it('are cut from contractions, hyphens and code', () => {
    expect(words("We don't use TLS 1.0, it can't be cross-site.")).toEqual([
      'we',
      'do',
      'not',
      'use',
      'tls',
      '1.0',
      'it',
      'can',
      'not',
      'be',
      'cross',
      'site',
    ]);
  });

  it('leave out hesitations and restarts', () => {
    expect(words('um so the the uh the server')).toEqual(['so', 'the', 'server']);
  });

  it('know where they stand, whatever stands around them', () => {
    const text = '😀 Zu\u0308rich\u00A0pass\u00ADword\r\n👩‍💻hash';
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Zu\u0308rich',
      'pass\u00ADword',
      'hash',
    ]);
    expect(words(text)).toEqual(['zurich', 'password', 'hash']);
  });
});

describe('stems', () => {
  it.each([
    ['authorise', 'authorization'],
    ['behaviour', 'behaviors'],
    ['encrypting', 'encryption'],
    ['stolen', 'steals'],
    ['verified', 'verification'],
    ['defence', 'defenses'],
    ['used', 'use'],
  ])('put %s and %s together', (a, b) => {
    expect(stemOf(a)).toBe(stemOf(b));
  });

  it.each([
    ['used', 'us'],
    ['container', 'contain'],
    ['policy', 'police'],
    ['general', 'generate'],
  ])('keep %s and %s apart', (a, b) => {
    expect(stemOf(a)).not.toBe(stemOf(b));
  });
});

describe('clauses', () => {
  const clauses = (text: string): string[] => {
    const tokens = tokensOf(text);
    return clausesOf(tokens).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
  };

  it('do not end at a dot inside a name', () => {
    expect(clauses('Use secrets.token_urlsafe for it. Then rotate CL.0 keys.')).toEqual([
      'Use secrets.token_urlsafe for it',
      'Then rotate CL.0 keys',
    ]);
  });

  it('end with sentences and at longer commas', () => {
    expect(clauses('We hash it. Each user gets a salt, and nobody can look it up in a table.')).toEqual([
      'We hash it',
      'Each user gets a salt',
      'and nobody can look it up in a table',
    ]);
  });

  it('are found in speech without punctuation', () => {
    const spoken =
      'first I look at the query because it is built from strings and then I check who may call it so that nobody else can';
    expect(clauses(spoken).length).toBeGreaterThan(2);
    expect(clauses(spoken).join(' ')).toBe(spoken);
  });
});

describe('denial', () => {
  it('reaches to the end of its clause', () => {
    expect(denied("I wouldn't store the password, I would hash it.")).toEqual(['store', 'the', 'password']);
  });

  it('reaches back from "is not enough"', () => {
    expect(denied("Escaping quotes isn't enough here.")).toContain('escaping');
  });

  it('covers what is put aside and spares what is chosen', () => {
    const marks = denied('Use a placeholder instead of string concatenation.');
    expect(marks).toContain('concatenation');
    expect(marks).not.toContain('placeholder');
  });

  it('does not come from "not only"', () => {
    expect(denied('We hash not only the password.')).toEqual([]);
  });
});

describe('fluency', () => {
  const sentence =
    'I would look at the query first, because the name that somebody types ends up in it, and then at how the passwords are stored in the table.';
  const fluency = (text: string) => fluencyOf(tokensOf(text));

  it('tells sentences from lists', () => {
    expect(fluency(sentence).grammar).toBeGreaterThan(0.4);
    expect(fluency('bcrypt, argon2, salt, pepper, rate limit, captcha').grammar).toBeLessThan(0.2);
  });

  it('tells sentences from shuffled words', () => {
    const words = sentence.split(' ');
    const shuffled = words.map((_, index) => words[(index * 11) % words.length]).join(' ');
    expect(fluency(sentence).disorder).toBeLessThan(0.05);
    expect(fluency(shuffled).disorder).toBeGreaterThan(0.08);
  });
});

describe('the lexicon', () => {
  const lexicon = indexLexicon([
    { term: 'cross-site scripting', aliases: ['XSS'], spoken: ['cross side scripting'] },
    { term: 'stored cross-site scripting', aliases: ['stored XSS'], spoken: [] },
  ]);
  const concepts = (text: string): string[] =>
    readText(text, lexicon)
      .units.map(({ key }) => key)
      .filter((key) => key.startsWith('@'));

  it('reads every name as the concept, the longest first', () => {
    expect(concepts('XSS and cross side scripting')).toEqual([
      '@cross-site scripting',
      '@cross-site scripting',
    ]);
    expect(concepts('that is stored XSS')).toEqual(['@stored cross-site scripting']);
  });
});
