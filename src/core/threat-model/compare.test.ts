import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareModels } from './compare.ts';
import { type ThreatModel, threatModel } from './document.ts';

const shop = {
  version: 1,
  title: 'Shop',
  elements: [
    { id: 'user', kind: 'actor', label: 'User' },
    { id: 'web', kind: 'process', label: 'Web', boundary: 'cloud', facts: { isolated: 'yes' } },
  ],
  boundaries: [{ id: 'cloud', label: 'Cloud' }],
  flows: [{ id: 'order', label: 'Order', from: 'user', to: 'web' }],
  threats: [
    { id: 'forged', title: 'Orders are forged', stride: 'spoofing', on: ['order'] },
    { id: 'read', title: 'Orders are read', stride: 'information-disclosure', on: ['order'] },
    { id: 'denied', title: 'Orders are denied', stride: 'repudiation', on: ['web'] },
  ],
  mitigations: [{ id: 'sign-in', title: 'Sign in', threats: ['forged'], at: ['web'] }],
};
const model = (changes: object = {}): ThreatModel => threatModel.parse({ ...shop, ...changes });
const compared = (changes: object): Comparison => compareModels(model(), model(changes));
const nothing: Comparison = { added: [], removed: [], changed: [] };

describe('comparing two models', () => {
  it('names what was added and what was removed', () => {
    const [user, web] = shop.elements;
    const { added, removed, changed } = compared({
      elements: [user, web, { id: 'db', kind: 'store', label: 'Orders' }],
      threats: shop.threats.slice(0, 2),
    });
    expect(added).toEqual([{ part: 'element', id: 'db', label: 'Orders' }]);
    expect(removed).toEqual([{ part: 'threat', id: 'denied', label: 'Orders are denied' }]);
    expect(changed).toEqual([]);
  });

  it('says what of a thing is different, with references by their names', () => {
    const [user, web] = shop.elements;
    const { changed } = compared({
      elements: [user, { ...web, label: 'Web shop', boundary: 'dmz', facts: { isolated: 'no' } }],
      boundaries: [...shop.boundaries, { id: 'dmz', label: 'DMZ', parent: 'cloud' }],
    });
    expect(changed).toEqual([
      {
        part: 'element',
        id: 'web',
        label: 'Web',
        changes: [
          { field: 'label', before: 'Web', after: 'Web shop' },
          { field: 'trust boundary', before: 'Cloud', after: 'DMZ' },
          { field: 'fact isolated', before: 'yes', after: 'no' },
        ],
      },
    ]);
  });

  it('takes an unknown fact and one that nobody stated for the same', () => {
    const [user, web] = shop.elements;
    expect(
      compared({ elements: [user, { ...web, facts: { isolated: 'yes', redundant: 'unknown' } }] }),
    ).toEqual(nothing);
    expect(compared({ elements: [user, { ...web, facts: {} }] }).changed).toMatchObject([
      { changes: [{ field: 'fact isolated', before: 'yes', after: 'unknown' }] },
    ]);
  });

  it('recognizes things under other ids by label and kind, and what refers to them', () => {
    const renamed = JSON.stringify(shop).replaceAll(
      /"(user|web|cloud|order|forged|read|denied|sign-in)"/g,
      '"other-$1"',
    );
    expect(compareModels(model(), threatModel.parse(JSON.parse(renamed)))).toEqual(nothing);
  });

  it('takes a thing of another kind under another id for another thing', () => {
    const [user, web] = shop.elements;
    const { added, removed } = compared({
      elements: [user, web, { id: 'other', kind: 'store', label: 'User' }],
    });
    expect([added, removed]).toEqual([[{ part: 'element', id: 'other', label: 'User' }], []]);
  });

  it('counts neither layout nor the order of drawing', () => {
    const layout = { web: { x: 1, y: 2, width: 3, height: 4 } };
    expect(compared({ layout, elements: shop.elements.toReversed() })).toEqual(nothing);
  });

  it('says how the order of threats changed, from the first to the last that moved', () => {
    const [forged, read, denied] = shop.threats;
    const { changed } = compared({ threats: [forged, denied, read] });
    expect(changed).toEqual([
      {
        part: 'model',
        id: '',
        label: 'Shop',
        changes: [
          {
            field: 'order of threats',
            before: '2. Orders are read; 3. Orders are denied',
            after: '2. Orders are denied; 3. Orders are read',
          },
        ],
      },
    ]);
  });

  it('finds changes of texts, questions, assumptions and dismissals', () => {
    const { added, changed } = compared({
      title: 'Store',
      tradeOffs: 'Speed.',
      assumptions: [{ id: 'a', text: 'The cloud is patched.' }],
      questions: [{ id: 'q', text: 'Who signs in?' }],
      dismissed: [{ rule: 'plain', on: 'order', reason: 'It is public.' }],
    });
    expect(added.map(({ part, label }) => [part, label])).toEqual([
      ['assumption', 'The cloud is patched.'],
      ['question', 'Who signs in?'],
      ['dismissal', 'plain on Order'],
    ]);
    expect(changed).toMatchObject([
      { part: 'model', changes: [{ field: 'title' }, { field: 'trade-offs', before: '', after: 'Speed.' }] },
    ]);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd');
const label = fc.constantFrom('One', 'Two');
const unique = <T extends { id: string }>(item: fc.Arbitrary<T>) =>
  fc.uniqueArray(item, { maxLength: 4, selector: (one) => one.id });
const anyModel: fc.Arbitrary<ThreatModel> = fc
  .record({
    title: label,
    elements: unique(fc.record({ id, label, kind: fc.constantFrom('actor', 'process', 'store') })),
    flows: unique(fc.record({ id: id.map((each) => `f${each}`), label, from: id, to: id })),
    threats: unique(
      fc.record({ id, title: label, stride: fc.constantFrom('spoofing', 'tampering'), on: fc.array(id) }),
    ),
    mitigations: unique(fc.record({ id, title: label, threats: fc.array(id, { maxLength: 3 }) })),
    assumptions: unique(fc.record({ id, text: label })),
    dismissed: fc.uniqueArray(fc.record({ rule: label, on: id, reason: label }), {
      maxLength: 3,
      selector: ({ rule, on }) => `${rule} ${on}`,
    }),
  })
  .map(({ elements, flows, threats, mitigations, dismissed, ...rest }) => {
    const places = new Set([...elements, ...flows].map((each) => each.id));
    const known = new Set(threats.map((each) => each.id));
    return threatModel.parse({
      version: 1,
      ...rest,
      elements,
      flows: flows.filter(({ from, to }) => places.has(from) && places.has(to)),
      threats: threats.map((each) => ({ ...each, on: each.on.filter((one) => places.has(one)) })),
      mitigations: mitigations.map((each) => ({
        ...each,
        threats: each.threats.filter((one) => known.has(one)),
      })),
      dismissed: dismissed.filter(({ on }) => places.has(on)),
    });
  });

const sorted = (items: readonly object[]): string[] => items.map((item) => JSON.stringify(item)).sort();

describe('comparing any two models', () => {
  it('finds nothing between a model and itself', () => {
    fc.assert(
      fc.property(anyModel, (one) => {
        expect(compareModels(one, one)).toEqual(nothing);
      }),
    );
  });

  it('swaps added and removed, and before and after, with the models', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (one, other) => {
        const [forth, back] = [compareModels(one, other), compareModels(other, one)];
        expect(sorted(back.added)).toEqual(sorted(forth.removed));
        expect(sorted(back.removed)).toEqual(sorted(forth.added));
        const swapped = back.changed.map(({ part, changes }) => [
          part,
          sorted(changes.map(({ field, before, after }) => ({ field, before: after, after: before }))),
        ]);
        const straight = forth.changed.map(({ part, changes }) => [part, sorted(changes)]);
        expect(sorted(swapped)).toEqual(sorted(straight));
      }),
    );
  });

  it('never counts the layout', () => {
    fc.assert(
      fc.property(anyModel, anyModel, (one, other) => {
        const moved = { ...other, layout: { a: { x: 1, y: 1, width: 1, height: 1 } } };
        expect(compareModels(one, moved)).toEqual(compareModels(one, other));
      }),
    );
  });
});
