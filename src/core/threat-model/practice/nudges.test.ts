import { describe, expect, it } from 'vitest';
import { type ThreatModel, threatModel } from '../document.ts';
import { type GivenNudge, type NudgeSituation, nudgeFor } from './nudges.ts';

const scenario: NudgeSituation['scenario'] = {
  assets: [
    { id: 'crown-jewels', title: 'The vault of secrets', why: 'Everything hangs on it', at: ['vault'] },
  ],
  elements: [
    { id: 'vault', kind: 'store', label: 'Vault', aliases: [], tier: 'must', parts: [] },
    { id: 'web', kind: 'process', label: 'Web', aliases: [], tier: 'must', parts: [] },
  ],
};
const stride = [
  ...['spoofing', 'tampering', 'repudiation', 'information-disclosure'],
  ...['denial-of-service', 'elevation-of-privilege'],
];
const threats = stride.map((each, index) => ({
  id: `t${index}`,
  title: `Threat ${index}`,
  stride: each,
  on: ['shop'],
}));
const drawn = {
  version: 1,
  title: 'Mine',
  elements: [
    { id: 'user', kind: 'actor', label: 'User' },
    { id: 'shop', kind: 'process', label: 'Shop', boundary: 'inside' },
    { id: 'safe', kind: 'store', label: 'Safe', boundary: 'inside' },
  ],
  flows: [
    { id: 'order', label: 'Order', from: 'user', to: 'shop' },
    { id: 'keep', label: 'Keep', from: 'shop', to: 'safe' },
  ],
  boundaries: [{ id: 'inside', label: 'Inside' }],
};
const model = (more: object = {}): ThreatModel => threatModel.parse({ ...drawn, ...more });
const meaning = new Map([
  ['safe', ['vault']],
  ['shop', ['web']],
]);
const nudge = (more: Partial<NudgeSituation> = {}) =>
  nudgeFor({ model: model(), scenario, meaning, stage: 'model', seconds: 999, given: [], ...more });

describe('a nudge', () => {
  it('is not given for a sound drawing, nor about threats before their time', () => {
    expect(nudge()).toBeUndefined();
    expect(nudge({ model: model({ threats: threats.slice(0, 3) }) })).toBeUndefined();
  });

  it.each([
    ['nothing is drawn', {}, { elements: [], flows: [], boundaries: [] }, 'nothing-drawn'],
    [
      'no boundary is drawn',
      {},
      { boundaries: [], elements: drawn.elements.map((each) => ({ ...each, boundary: null })) },
      'no-boundary',
    ],
    [
      'nobody crosses a boundary',
      {},
      { boundaries: [...drawn.boundaries, { id: 'dmz', label: 'DMZ' }] },
      'uncrossed-dmz',
    ],
    ['an element stands alone', {}, { flows: drawn.flows.slice(0, 1) }, 'lone-element'],
    [
      'a threat has no place',
      { stage: 'threats' },
      { threats: [{ ...threats[0], on: [] }] },
      'without-place',
    ],
    [
      'a whole category is untouched',
      { stage: 'threats' },
      { threats: threats.slice(1) },
      'category-spoofing',
    ],
    ['no threat touches what matters', { stage: 'threats' }, { threats }, 'asset-crown-jewels'],
    [
      'the first threats have no mitigation',
      { stage: 'mitigations' },
      { threats: threats.map((each) => ({ ...each, on: ['safe'] })) },
      'unmitigated',
    ],
  ] as const)('comes when %s', (_, situation, change, id) => {
    expect(nudge({ ...situation, model: model(change) })).toMatchObject({ id });
  });

  it('says nothing about what matters once a threat is there, or at a part of it', () => {
    const there = threats.map((each) => ({ ...each, on: ['safe'] }));
    expect(nudge({ stage: 'threats', model: model({ threats: there }) })).toBeUndefined();
    const cut = {
      ...scenario,
      elements: [{ id: 'vault', kind: 'store', label: 'Vault', aliases: [], tier: 'must', parts: ['shelf'] }],
    } as const;
    const parts = new Map([['safe', ['shelf']]]);
    const coarse = {
      ...cut,
      assets: scenario.assets,
      elements: cut.elements.map((each) => ({ ...each, aliases: [], parts: [...each.parts] })),
    };
    expect(
      nudge({ stage: 'threats', scenario: coarse, meaning: parts, model: model({ threats: there }) }),
    ).toBeUndefined();
  });

  it('names nothing that the scenario holds back', () => {
    const said = nudge({ stage: 'threats', model: model({ threats }) })?.text ?? '';
    expect(said).not.toMatch(/vault|secret|hangs/i);
  });

  it('stays while it holds, then leaves quiet, and is not given twice', () => {
    const empty = model({ elements: [], flows: [], boundaries: [] });
    const given: readonly GivenNudge[] = [{ id: 'nothing-drawn', at: 300 }];
    expect(nudge({ model: empty, seconds: 179 })).toBeUndefined();
    expect(nudge({ model: empty, seconds: 310, given })).toMatchObject({ id: 'nothing-drawn' });
    const next = model({ flows: drawn.flows.slice(0, 1) });
    expect(nudge({ model: next, seconds: 310, given })).toBeUndefined();
    expect(nudge({ model: next, seconds: 460, given })).toMatchObject({ id: 'lone-element' });
    const later = [...given, { id: 'lone-element', at: 460 }];
    expect(nudge({ model: empty, seconds: 900, given: later })).toBeUndefined();
  });
});
