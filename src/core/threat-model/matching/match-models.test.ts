import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWording } from '#server/grading/wording.ts';
import { type ThreatModel, threatModel } from '../document.ts';
import { matchModels } from './match-models.ts';
import type { Reference } from './reference.ts';

const { labels } = buildWording({ lexicon: [], threatRules: [] });
const kinds = ['actor', 'process', 'store'] as const;
const words = 'seller gateway resizer ledger mailer vault planner archive console feed'.split(' ');

/** Up to nine elements in up to two zones, each joined to one before it, and a few flows more. */
const models = fc
  .tuple(
    fc.array(fc.record({ kind: fc.constantFrom(...kinds), zone: fc.integer({ min: 0, max: 2 }) }), {
      minLength: 3,
      maxLength: 9,
    }),
    fc.infiniteStream(fc.nat({ max: 1000 })),
  )
  .map(([elements, numbers]) => {
    const next = (below: number): number => (numbers.next().value ?? 0) % below;
    return threatModel.parse({
      version: 1,
      title: 'Generated',
      boundaries: [
        { id: 'z1', label: 'Outer' },
        { id: 'z2', label: 'Inner', parent: 'z1' },
      ],
      elements: elements.map(({ kind, zone }, index) => ({
        id: `e${index}`,
        kind,
        label: words[index],
        boundary: zone === 0 ? null : `z${zone}`,
      })),
      flows: elements.slice(1).map((_, index) => ({
        id: `f${index}`,
        label: `Data ${index}`,
        from: `e${next(index + 1)}`,
        to: `e${index + 1}`,
      })),
    });
  });

const referenceOf = (model: ThreatModel, parts: Reference['parts'] = new Map()): Reference => {
  const things = [...model.elements, ...model.flows, ...model.boundaries];
  const names = new Map(things.map(({ id, label }) => [id, [label]]));
  return { model, parts, names: (id) => names.get(id) ?? [id], matters: () => 1 };
};

const shop = threatModel.parse({
  version: 1,
  title: 'Shop',
  boundaries: [{ id: 'inside', label: 'Cloud' }],
  elements: [
    { id: 'user', kind: 'actor', label: 'Customer' },
    { id: 'web', kind: 'process', label: 'Storefront', boundary: 'inside' },
    { id: 'pay', kind: 'process', label: 'Biller', boundary: 'inside' },
    { id: 'db', kind: 'store', label: 'Orders', boundary: 'inside' },
    { id: 'bank', kind: 'actor', label: 'Bank' },
  ],
  flows: [
    { id: 'order', label: 'Order', from: 'user', to: 'web' },
    { id: 'job', label: 'Bill', from: 'web', to: 'pay' },
    { id: 'keep', label: 'Order', from: 'web', to: 'db' },
    { id: 'charge', label: 'Charge', from: 'pay', to: 'bank' },
    { id: 'receipt', label: 'Receipt', from: 'bank', to: 'pay' },
  ],
});

const pairsOf = (model: ThreatModel, reference = referenceOf(shop)) =>
  new Map(
    matchModels(model, reference, labels).elements.map(({ reference: id, candidates }) => [id, candidates]),
  );

describe('matching models', () => {
  it('pairs everything of a model with itself', () => {
    fc.assert(
      fc.property(models, (model) => {
        const { elements, flows } = matchModels(model, referenceOf(model), labels);
        expect(elements.map(({ reference, candidates }) => [reference, candidates])).toEqual(
          expect.arrayContaining(model.elements.map(({ id }) => [id, [id]])),
        );
        expect(flows.filter(({ likeness }) => likeness === 1).length).toBe(model.flows.length);
      }),
      { numRuns: 50 },
    );
  });

  it('does not look at the order of drawing', () => {
    fc.assert(
      fc.property(models, models, (model, other) => {
        const reversed = {
          ...model,
          elements: model.elements.toReversed(),
          flows: model.flows.toReversed(),
          boundaries: model.boundaries.toReversed(),
        };
        const reference = referenceOf(other);
        expect(matchModels(reversed, reference, labels)).toEqual(matchModels(model, reference, labels));
      }),
      { numRuns: 50 },
    );
  });

  it('finds elements with names that tell nothing by their neighbors', () => {
    const nameless = {
      ...shop,
      elements: shop.elements.map((element, index) => ({ ...element, label: `Service ${index + 1}` })),
      flows: shop.flows.map((flow) => ({ ...flow, label: 'Data' })),
    };
    const found = pairsOf(nameless);
    for (const { id } of shop.elements) expect(found.get(id)).toEqual([id]);
  });

  it('gives what was merged to the element that has its flows', () => {
    const merged = {
      ...shop,
      elements: shop.elements.filter(({ id }) => id !== 'pay'),
      flows: shop.flows
        .filter(({ id }) => id !== 'job')
        .map((flow) => ({
          ...flow,
          from: flow.from === 'pay' ? 'web' : flow.from,
          to: flow.to === 'pay' ? 'web' : flow.to,
        })),
    };
    const { elements, flows } = matchModels(merged, referenceOf(shop), labels);
    expect(elements.find(({ reference }) => reference === 'pay')).toMatchObject({
      candidates: ['web'],
      how: 'merged',
    });
    expect(flows.find(({ reference }) => reference === 'job')).toMatchObject({ how: 'inside' });
  });

  it('does not take a missing element for merged when its flows are missing too', () => {
    const without = {
      ...shop,
      elements: shop.elements.filter(({ id }) => id !== 'pay' && id !== 'bank'),
      flows: shop.flows.filter(({ id }) => id === 'order' || id === 'keep'),
    };
    expect(pairsOf(without).has('pay')).toBe(false);
  });

  it('joins the halves of an element that was split', () => {
    const split = threatModel.parse({
      ...shop,
      elements: [
        ...shop.elements,
        { id: 'web2', kind: 'process', label: 'Storefront back end', boundary: 'inside' },
      ],
      flows: [
        ...shop.flows.map((flow) => (flow.from === 'web' ? { ...flow, from: 'web2' } : flow)),
        { id: 'inner', label: 'Call', from: 'web', to: 'web2' },
      ],
    });
    expect(new Set(pairsOf(split).get('web'))).toEqual(new Set(['web', 'web2']));
  });

  it('lets one arrow stand for a request and its answer, for less', () => {
    const oneWay = { ...shop, flows: shop.flows.filter(({ id }) => id !== 'receipt') };
    const { flows } = matchModels(oneWay, referenceOf(shop), labels);
    const receipt = flows.find(({ reference }) => reference === 'receipt');
    expect(receipt?.candidates).toEqual(['charge']);
    expect(receipt?.likeness).toBeLessThan(1);
  });

  it('follows a flow through an element that the reference does not have', () => {
    const through = threatModel.parse({
      ...shop,
      elements: [...shop.elements, { id: 'waf', kind: 'process', label: 'Filter', boundary: 'inside' }],
      flows: [
        ...shop.flows.filter(({ id }) => id !== 'order'),
        { id: 'a', label: 'Order', from: 'user', to: 'waf' },
        { id: 'b', label: 'Order', from: 'waf', to: 'web' },
      ],
    });
    const { flows } = matchModels(through, referenceOf(shop), labels);
    expect(flows.find(({ reference }) => reference === 'order')?.candidates.length).toBeGreaterThan(0);
  });

  it('tells boundaries by who stands in them, whatever they are called', () => {
    const renamed = { ...shop, boundaries: shop.boundaries.map((zone) => ({ ...zone, label: 'Zone 1' })) };
    const [found] = matchModels(renamed, referenceOf(shop), labels).boundaries;
    expect(found).toMatchObject({ reference: 'inside', candidates: ['inside'] });
    expect(found?.likeness).toBeGreaterThan(0.9);
  });
});
