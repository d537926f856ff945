import { describe, expect, it } from 'vitest';
import { lacksMitigation, mitigationsAgainst } from './countermeasures.ts';
import { mitigation } from './document.ts';

const against = mitigationsAgainst({
  mitigations: [
    mitigation.parse({ id: 'm1', title: 'Token', threats: ['a', 'b', 'a'] }),
    mitigation.parse({ id: 'm2', title: 'Log', threats: ['b'] }),
  ],
});

describe('mitigations', () => {
  it('are found by the threats that they act against, each once', () => {
    expect(against.get('a')?.map(({ id }) => id)).toEqual(['m1']);
    expect(against.get('b')?.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(against.has('c')).toBe(false);
  });

  it.each([
    ['a', 'open', false],
    ['c', 'open', true],
    ['c', 'mitigated', true],
    ['c', 'accepted', false],
    ['c', 'transferred', false],
  ] as const)('are owed to threat %s while it is %s: %s', (id, status, owed) => {
    expect(lacksMitigation({ id, status }, against)).toBe(owed);
  });
});
