import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposedTitle, type Statement, threatSentence } from './statement.ts';

const nothing: Statement = { source: '', prerequisite: '', action: '', impact: '', asset: '' };
const sentence = (parts: Partial<Statement>): string => threatSentence({ ...nothing, ...parts });

describe('the sentence of a statement', () => {
  it('puts the five parts in order', () => {
    expect(
      sentence({
        source: 'tenant',
        prerequisite: 'knows the id of an invoice',
        action: 'read invoices of other tenants',
        impact: 'disclosure',
        asset: 'billing data',
      }),
    ).toBe(
      'A tenant who knows the id of an invoice can read invoices of other tenants, which leads to disclosure of billing data.',
    );
  });

  it.each([
    [{}, ''],
    [{ source: 'attacker' }, 'An attacker'],
    [{ action: 'guesses a token' }, 'guesses a token'],
    [{ action: 'guess a token', asset: 'accounts' }, 'Somebody can guess a token, which harms accounts.'],
    [{ source: 'insider', impact: 'loss of' }, 'An insider can do what leads to loss of.'],
    [
      { source: 'insider', impact: 'loss of', asset: 'trust' },
      'An insider can do what leads to loss of trust.',
    ],
  ])('leaves no gap where a part is empty: %o', (parts, expected) => {
    expect(sentence(parts)).toBe(expected);
  });

  it.each([
    ['user', 'A user'],
    ['SRE', 'An SRE'],
    ['URL scanner', 'A URL scanner'],
    ['honest employee', 'An honest employee'],
    ['users of the shop', 'Users of the shop'],
    ['process of the build', 'A process of the build'],
    ['the operator', 'The operator'],
    ['anyone on the internet', 'Anyone on the internet'],
  ])('finds the article of "%s"', (source, expected) => {
    expect(sentence({ source })).toBe(expected);
  });

  it.each([
    ['who is logged in', 'A guest who is logged in can pay.'],
    ['with a stolen card', 'A guest with a stolen card can pay.'],
    ['when the till is offline', 'A guest, when the till is offline, can pay.'],
  ])('joins the prerequisite "%s"', (prerequisite, expected) => {
    expect(sentence({ source: 'guest', prerequisite, action: 'pay' })).toBe(expected);
  });

  it('lets an action that is a whole sentence stand as it is', () => {
    const action = 'A seller uploads a file. The resizer runs it.';
    expect(sentence({ action })).toBe(action);
    expect(sentence({ action, impact: 'theft', asset: 'keys' })).toBe(
      `${action} This leads to theft of keys.`,
    );
    expect(sentence({ source: 'seller', action })).toBe(`A seller: ${action}`);
  });

  it('keeps what was written in each part', () => {
    const word = fc.stringMatching(/^[b-z]{4,9}[bdfgk]$/);
    const parts = fc.record({
      source: word,
      prerequisite: word,
      action: word,
      impact: word,
      asset: word,
    });
    fc.assert(
      fc.property(parts, (statement) => {
        const text = threatSentence(statement);
        for (const part of Object.values(statement)) expect(text).toContain(part);
      }),
    );
  });
});

describe('the title that is proposed', () => {
  const title = (parts: Partial<Statement>, places: readonly string[] = []): string =>
    proposedTitle({ ...nothing, ...parts }, 'tampering', places);

  it('is the action, then the impact, then the category with its place', () => {
    expect(title({ action: 'change the price in the form.', impact: 'loss' })).toBe(
      'Change the price in the form',
    );
    expect(title({ impact: 'loss', asset: 'revenue' })).toBe('Loss of revenue');
    expect(title({}, ['Cart'])).toBe('Tampering with Cart');
    expect(title({})).toBe('Something is changed unnoticed');
  });

  it('is never empty and fits the title of a threat', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 400 }),
        fc.array(fc.string({ maxLength: 200 })),
        (action, places) => {
          const proposed = title({ action }, places);
          expect(proposed.trim()).not.toBe('');
          expect(proposed.length).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
