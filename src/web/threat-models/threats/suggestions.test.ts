import { describe, expect, it } from 'vitest';
import { threatModel } from '#core/threat-model/document.ts';
import { suggestionsIn } from './suggestions.ts';

const model = threatModel.parse({
  version: 1,
  title: 'Shop',
  elements: [
    { id: 'web', kind: 'process', label: 'Web' },
    { id: 'db', kind: 'store', label: 'Orders' },
    { id: 'buyer', kind: 'actor', label: 'Buyer' },
  ],
  threats: [
    { id: '1', title: 'One', stride: 'spoofing', statement: { source: 'Courier', asset: 'Orders' } },
    { id: '2', title: 'Two', stride: 'spoofing', statement: { source: ' Courier ', asset: 'good name' } },
  ],
});

describe('suggestions for a statement', () => {
  it('name as source who was named before, then actors before processes', () => {
    const { source } = suggestionsIn(model);
    expect(source.slice(0, 2)).toEqual(['Courier', 'Buyer']);
    expect(source.at(-1)).toBe('Web');
  });

  it('name as asset what was named before, then stores before processes, each once', () => {
    expect(suggestionsIn(model).asset).toEqual(['Orders', 'good name', 'Web']);
  });
});
