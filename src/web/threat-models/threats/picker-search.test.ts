import { describe, expect, it } from 'vitest';
import { matching } from './picker-search.ts';

const options = [
  { id: 'web', label: 'Web app', detail: 'Process' },
  { id: 'order', label: 'Order', detail: 'Flow, Buyer → Web app' },
  { id: 'db', label: 'Orders', detail: 'Store' },
];
const found = (typed: string, chosen: readonly string[] = []): readonly string[] =>
  matching(options, typed, chosen).map(({ id }) => id);

describe('searching what to choose', () => {
  it('shows all that is left before anything is typed', () => {
    expect(found('')).toEqual(['web', 'order', 'db']);
    expect(found(' ', ['order'])).toEqual(['web', 'db']);
  });

  it('wants every word, in label or detail, and puts labels first', () => {
    expect(found('web')).toEqual(['web', 'order']);
    expect(found('ORD sto')).toEqual(['db']);
    expect(found('queue')).toEqual([]);
  });
});
