import { expect, it } from 'vitest';
import { threatModel } from '#core/threat-model/document.ts';
import { numbersAt, pairsOf } from './pairs.ts';

const own = threatModel.parse({
  version: 1,
  title: 'Mine',
  elements: [
    { id: 'a', kind: 'process', label: 'Front' },
    { id: 'b', kind: 'process', label: 'Back' },
  ],
  flows: [{ id: 'f', label: 'Call', from: 'a', to: 'b' }],
});
const item = (kind: 'element' | 'flow' | 'threat', reference: string, candidates: string[]) => ({
  ...{ kind, reference, candidates, label: `Label of ${reference}`, tier: 'must' as const, credit: 1 },
  because: 'It fits.',
});

it('numbers what is drawn in both, elements before flows, and leaves out the rest', () => {
  const pairs = pairsOf(own, [
    item('flow', 'x', ['f']),
    item('threat', 't', ['t']),
    item('element', 'y', ['a', 'b']),
  ]);
  expect(pairs).toMatchObject([
    { number: 1, reference: 'y', ownLabels: ['Front', 'Back'] },
    { number: 2, reference: 'x', ownLabels: ['Call'] },
  ]);
  expect([...numbersAt(pairs, ({ candidates }) => candidates)]).toEqual([
    ['a', [1]],
    ['b', [1]],
    ['f', [2]],
  ]);
});
