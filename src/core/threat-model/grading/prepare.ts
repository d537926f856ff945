import type { Scenario } from '#core/content/scenario.ts';
import type { ThreatRule } from '#core/content/threat-rule.ts';
import type { Tier } from '#core/content/vocabulary.ts';
import type { ThreatModel } from '../document.ts';
import { type LabelReader, partsWithin, type Reference } from '../matching/reference.ts';
import { type Test, testOf } from '../weigh.ts';
import { tierWeights } from './tier-score.ts';

/** How much a text says each of some claims, 0..1, in their order. */
export type ClaimReader = (text: string) => readonly number[];

/** Reads the words of a model: built from a lexicon, outside of this room. */
export type Wording = {
  readonly labels: LabelReader;
  /** Prepares claims, each with several wordings; words of `about` tell little. */
  claims(
    claims: readonly { readonly id: string; readonly texts: readonly string[] }[],
    about?: string,
  ): ClaimReader;
};

export type ScenarioThreat = Scenario<ThreatModel>['threats'][number];

/** A scenario made ready to grade many models. */
export type Prepared = {
  readonly scenario: Scenario<ThreatModel>;
  readonly references: readonly { readonly name: string; readonly reference: Reference }[];
  readonly labels: LabelReader;
  readonly rules: readonly { readonly rule: ThreatRule; readonly test: Test }[];
  readonly read: Readonly<
    Record<
      | 'facts'
      | 'threats'
      | 'twists'
      | 'fabricated'
      | 'mitigations'
      | 'residualRisks'
      | 'tradeOffs'
      | 'rules'
      | 'generic',
      ClaimReader
    >
  >;
  /** What places mean the same in another cut: the coarse element and its parts. */
  readonly akin: ReadonlyMap<string, ReadonlySet<string>>;
  readonly thing: ReadonlyMap<string, { readonly label: string; readonly tier: Tier }>;
};

export function prepareScenario(
  scenario: Scenario<ThreatModel>,
  rules: readonly ThreatRule[],
  wording: Wording,
): Prepared {
  const { elements, flows, boundaries, threats, fabricated, twist, mitigations, brief } = scenario;
  const things = [...elements, ...flows, ...boundaries];
  const names = new Map(things.map(({ id, label, aliases }) => [id, [label, ...aliases]]));
  const tiers = new Map(things.map(({ id, tier }) => [id, tier]));
  const parts = new Map(elements.map((element) => [element.id, element.parts]));
  const said = (items: readonly Said[]): ClaimReader => wording.claims(items.map(textsOf), brief);
  return {
    scenario,
    rules: rules.map((rule) => ({ rule, test: testOf(rule.when) })),
    labels: wording.labels,
    references: scenario.references.map(({ name, model }) => ({
      name,
      reference: {
        model,
        parts,
        names: (id: string) => names.get(id) ?? [id],
        matters: (id: string) => tierWeights[tiers.get(id) ?? 'bonus'] / tierWeights.must,
      },
    })),
    read: {
      facts: said(scenario.facts.map(({ id, ask }) => ({ id, ...ask }))),
      threats: said(threats),
      twists: said(twist.threats),
      fabricated: said(fabricated.map((item) => ({ ...item, paraphrases: [] }))),
      mitigations: said(mitigations),
      residualRisks: said(scenario.residualRisks),
      tradeOffs: said(scenario.tradeOffs),
      ...commonReaders(rules, wording),
    },
    akin: akinTo(parts),
    thing: new Map(things.map(({ id, label, tier }) => [id, { label, tier }])),
  };
}

type CommonReaders = Pick<Prepared['read'], 'generic' | 'rules'>;
const known = new WeakMap<Wording, { readonly rules: string; readonly readers: CommonReaders }>();

/** What does not depend on the scenario is prepared once. */
function commonReaders(rules: readonly ThreatRule[], wording: Wording): CommonReaders {
  const ids = rules.map(({ id }) => id).join();
  const before = known.get(wording);
  if (before?.rules === ids) return before.readers;
  const readers = {
    generic: wording.claims(generic),
    rules: wording.claims(rules.map(({ id, title, explanation }) => ({ id, texts: [title, explanation] }))),
  };
  known.set(wording, { rules: ids, readers });
  return readers;
}

/** Threats that fit every system, as lists of categories and tools for beginners word them. */
const generic = [
  [
    'Spoofing',
    'Spoofing of a user or service.',
    'An attacker impersonates a user.',
    'Identity spoofing attack',
  ],
  [
    'Tampering',
    'Tampering with data.',
    'An attacker modifies data.',
    'Data tampering in transit or in the store',
  ],
  ['Repudiation', 'A user denies an action.', 'Repudiation of actions by a user.', 'Missing logs'],
  [
    'Information disclosure',
    'Sensitive data is leaked.',
    'An attacker reads data.',
    'Data leakage or data breach',
  ],
  [
    'Denial of service',
    'The service is flooded with requests.',
    'A denial of service attack makes the system unavailable.',
    'DDoS',
  ],
  [
    'Elevation of privilege',
    'An attacker gains higher privileges.',
    'Privilege escalation by a user.',
    'Unauthorized access',
  ],
].map((texts, index) => ({ id: `generic-${index}`, texts }));

type Said = {
  readonly id: string;
  readonly claim: string;
  readonly title?: string;
  readonly paraphrases: readonly string[];
};

const textsOf = ({ id, claim, title, paraphrases }: Said) => ({
  id,
  texts: [claim, ...(title === undefined ? [] : [title]), ...paraphrases],
});

/** Each element with all that it is a part of and all that are parts of it, however deep. */
function akinTo(parts: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, ReadonlySet<string>> {
  const akin = new Map([...parts.keys()].map((id) => [id, new Set<string>()]));
  for (const whole of parts.keys())
    for (const part of partsWithin(whole, parts)) {
      akin.get(whole)?.add(part);
      akin.get(part)?.add(whole);
    }
  return akin;
}
