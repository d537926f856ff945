import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowFacts, processFacts, storeFacts } from '#core/content/threat-model-vocabulary.ts';
import { type ThreatRule, threatRule } from '#core/content/threat-rule.ts';
import { listPack } from '#server/packs/pack-files.ts';
import { readThreatRules } from '#server/packs/read-threat-rules.ts';
import { analyze } from './analyze.ts';
import { type ThreatModel, threatModel } from './document.ts';

const rule = (changes: object): ThreatRule =>
  threatRule.parse({
    id: 'plain',
    title: 'Read along',
    stride: 'information-disclosure',
    on: 'flow',
    when: { all: [{ fact: 'public-network' }, { not: { fact: 'encrypted' } }] },
    explanation: 'It is read.',
    mitigations: [{ title: 'Encrypt it', kind: 'prevents', asvs: ['V12.2'] }],
    falsePositive: 'It is public.',
    ...changes,
  });

const model = (flow: object, rest: object = {}): ThreatModel =>
  threatModel.parse({
    version: 1,
    title: 'Shop',
    elements: [
      { id: 'user', kind: 'actor', label: 'User' },
      { id: 'web', kind: 'process', label: 'Web', boundary: 'dmz' },
    ],
    boundaries: [
      { id: 'cloud', label: 'Cloud' },
      { id: 'dmz', label: 'DMZ', parent: 'cloud' },
    ],
    flows: [{ id: 'f', label: 'Request', from: 'user', to: 'web', ...flow }],
    ...rest,
  });

const fired = (of: ThreatModel, rules: readonly ThreatRule[]): string[] =>
  analyze(of, rules).threats.map((threat) => `${threat.rule.id} ${threat.element}`);

describe('analyzing a model', () => {
  it('fires a threat when all facts are known, and says which', () => {
    const known = model({ facts: { 'public-network': 'yes', encrypted: 'no' } });
    expect(analyze(known, [rule({})])).toMatchObject({
      threats: [
        {
          element: 'f',
          because: [
            '“Request” from User to Web goes over a public network.',
            '“Request” from User to Web is not encrypted.',
          ],
        },
      ],
      questions: [],
    });
  });

  it('asks for the fact that is unknown, in the words of the rule', () => {
    const open = model({ facts: { 'public-network': 'yes' } });
    const asking = rule({ questions: { encrypted: 'Is there TLS on {name}?' } });
    expect(analyze(open, [asking])).toMatchObject({
      threats: [],
      questions: [{ element: 'f', fact: 'encrypted', question: 'Is there TLS on “Request”?' }],
    });
  });

  it('is silent as soon as one fact rules the threat out, whatever else is unknown', () => {
    expect(analyze(model({ facts: { encrypted: 'yes' } }), [rule({})])).toEqual({
      threats: [],
      questions: [],
    });
  });

  it('takes a protocol that encrypts by itself as an answer where none is stated', () => {
    const facts = { 'public-network': 'yes' };
    expect(analyze(model({ facts, protocol: 'HTTP/S' }), [rule({})]).questions).toEqual([]);
    expect(analyze(model({ facts, protocol: 'HTTP/1.1' }), [rule({})]).questions).toHaveLength(1);
    expect(fired(model({ facts: { ...facts, encrypted: 'no' }, protocol: 'https' }), [rule({})])).toEqual([
      'plain f',
    ]);
  });

  it.each([
    ['enters', 'user', 'web', true],
    ['leaves', 'user', 'web', false],
    ['leaves', 'web', 'user', true],
    ['crosses', 'web', 'user', true],
    ['crosses', 'web', 'web', false],
  ])('knows whether a flow %s a boundary from %s to %s', (boundary, from, to, expected) => {
    expect(fired(model({ from, to }), [rule({ when: { boundary } })])).toEqual(expected ? ['plain f'] : []);
  });

  it('looks at ends, at neighbors, and at flows around an element', () => {
    const facts = { facts: { 'carries-untrusted-input': 'yes' } };
    const web = rule({ on: 'process', when: { incoming: { fact: 'carries-untrusted-input' } } });
    const beside = rule({ on: 'process', when: { neighbor: { is: ['actor'] } } });
    const end = rule({ when: { to: { is: ['process'], when: { fact: 'isolated' } } } });
    expect(fired(model(facts), [web])).toEqual(['plain web']);
    expect(fired(model({}), [beside])).toEqual(['plain web']);
    expect(analyze(model({}), [end]).questions).toMatchObject([{ element: 'web', fact: 'isolated' }]);
  });

  it('leaves out what is out of scope or was dismissed', () => {
    const always = rule({ when: { boundary: 'crosses' } });
    expect(fired(model({ inScope: false }), [always])).toEqual([]);
    const dismissed = { dismissed: [{ rule: 'plain', on: 'f', reason: 'accepted' }] };
    expect(fired(model({}, dismissed), [always])).toEqual([]);
  });
});

const folder = new URL('../../../content/core', import.meta.url).pathname;
const core = readThreatRules(folder, listPack(folder).threatRules);

const answer = fc.constantFrom('yes', 'no', 'unknown');
const facts = (names: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...names), answer, { maxKeys: 12, noNullPrototype: true });

const models = fc
  .record({
    actor: facts(['human', 'anonymous', 'privileged', 'third-party', 'authenticated-strongly']),
    processes: fc.array(facts(processFacts), { minLength: 2, maxLength: 4 }),
    stores: fc.array(facts(storeFacts), { minLength: 1, maxLength: 3 }),
    flows: fc.array(fc.tuple(fc.nat(7), fc.nat(7), facts(flowFacts)), { maxLength: 12 }),
    zones: fc.array(fc.constantFrom(null, 'a', 'b'), { minLength: 8, maxLength: 8 }),
  })
  .map(({ actor, processes, stores, flows, zones }): ThreatModel => {
    const elements = [
      { kind: 'actor', facts: actor },
      ...processes.map((each) => ({ kind: 'process', facts: each })),
      ...stores.map((each) => ({ kind: 'store', facts: each })),
    ].map((element, index) => ({
      ...element,
      id: `e${index}`,
      label: `E ${index % 3}`,
      boundary: zones[index] ?? null,
    }));
    return threatModel.parse({
      version: 1,
      title: 'Any',
      elements,
      boundaries: [
        { id: 'a', label: 'A' },
        { id: 'b', label: 'B', parent: 'a' },
      ],
      flows: flows.map(([from, to, each], index) => ({
        id: `f${index}`,
        label: 'Flow',
        from: `e${from % elements.length}`,
        to: `e${to % elements.length}`,
        facts: each,
      })),
    });
  });

const missing = (some: readonly string[], all: readonly string[]): string[] => {
  const known = new Set(all);
  return some.filter((each) => !known.has(each));
};

describe('the rules of the core pack', () => {
  it('are at least sixty, at least eight of each category', () => {
    expect(core.problems).toEqual([]);
    expect(core.rules.length).toBeGreaterThanOrEqual(60);
    const counts = new Map<string, number>();
    for (const { stride } of core.rules) counts.set(stride, (counts.get(stride) ?? 0) + 1);
    expect([...counts.values()].filter((count) => count >= 8)).toHaveLength(6);
  });

  it('say the same whatever the order and the layout', () => {
    fc.assert(
      fc.property(models, (drawn) => {
        const layout = { e0: { x: 5, y: 5, width: 10, height: 10 } };
        const other = {
          ...drawn,
          elements: drawn.elements.toReversed(),
          flows: drawn.flows.toReversed(),
          boundaries: drawn.boundaries.toReversed(),
          layout,
        };
        expect(analyze(other, core.rules)).toEqual(analyze(drawn, core.rules));
      }),
      { numRuns: 25 },
    );
  });

  it('never fire more when less is known, and never fall silent for it', () => {
    fc.assert(
      fc.property(models, fc.integer({ min: 1, max: 5 }), (known, every) => {
        let count = 0;
        const forget = <T extends { facts: object }>(thing: T): T => ({
          ...thing,
          facts: Object.fromEntries(Object.entries(thing.facts).filter(() => count++ % every !== 0)),
        });
        const less = { ...known, elements: known.elements.map(forget), flows: known.flows.map(forget) };
        const before = fired(known, core.rules);
        const after = analyze(less, core.rules);
        const still = after.threats.map((threat) => `${threat.rule.id} ${threat.element}`);
        const asked = after.questions.flatMap(({ rules }) =>
          rules.map((open) => `${open.rule} ${open.element}`),
        );
        expect(missing(still, before)).toEqual([]);
        expect(missing(before, [...still, ...asked])).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
