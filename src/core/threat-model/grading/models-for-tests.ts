import type { Scenario } from '#core/content/scenario.ts';
import type { Tier } from '#core/content/vocabulary.ts';
import type { Element, Threat, ThreatModel } from '../document.ts';

/** Changes of a model, for tests: what should count for nothing, what should cost, and candidates of known quality. */
export type Change = (model: ThreatModel) => ThreatModel;

export const inTurn =
  (...changes: readonly Change[]): Change =>
  (model) =>
    changes.reduce((changed, change) => change(changed), model);

export const emptyBoard: Change = (model) => ({
  ...model,
  elements: [],
  flows: [],
  boundaries: [],
  threats: [],
  mitigations: [],
  residualRisk: '',
  tradeOffs: '',
  layout: {},
});

/** With the alias number `step` of everything that has aliases. */
export function renamed(scenario: Scenario<ThreatModel>, step = 0): Change {
  const names = new Map(
    [...scenario.elements, ...scenario.boundaries].flatMap(({ id, aliases }) => {
      const alias = aliases[step % Math.max(1, aliases.length)];
      return alias === undefined ? [] : [[id, alias] as const];
    }),
  );
  const rename = <T extends { readonly id: string; readonly label: string }>(thing: T): T => ({
    ...thing,
    label: names.get(thing.id) ?? thing.label,
  });
  return (model) => ({
    ...model,
    elements: model.elements.map(rename),
    boundaries: model.boundaries.map(rename),
  });
}

/** With ids that tell nothing, in the order of drawing. */
export const withOtherIds: Change = (model) => {
  const things = [...model.elements, ...model.flows, ...model.boundaries];
  const ids = new Map(things.map(({ id }, index) => [id, `n${(index * 7919) % 10_007}`]));
  const other = (id: string): string => ids.get(id) ?? id;
  const orNull = (id: string | null): string | null => (id === null ? null : other(id));
  return {
    ...model,
    elements: model.elements.map((item) => ({
      ...item,
      id: other(item.id),
      boundary: orNull(item.boundary),
    })),
    flows: model.flows.map((item) => ({
      ...item,
      id: other(item.id),
      from: other(item.from),
      to: other(item.to),
    })),
    boundaries: model.boundaries.map((item) => ({
      ...item,
      id: other(item.id),
      parent: orNull(item.parent),
    })),
    threats: model.threats.map((item) => ({ ...item, on: item.on.map(other) })),
    mitigations: model.mitigations.map((item) => ({ ...item, at: item.at.map(other) })),
    layout: {},
  };
};

/** With names that tell nothing. */
export const namelessly: Change = (model) => ({
  ...model,
  elements: model.elements.map((element, index) => ({ ...element, label: `Service ${index + 1}` })),
  flows: model.flows.map((flow, index) => ({ ...flow, label: `Flow ${index + 1}` })),
  boundaries: model.boundaries.map((boundary, index) => ({ ...boundary, label: `Zone ${index + 1}` })),
});

export const moved: Change = (model) => ({
  ...model,
  layout: Object.fromEntries(
    Object.entries(model.layout).map(([id, box], index) => [
      id,
      { ...box, x: 900 - box.y * 3, y: index * 17, width: box.height },
    ]),
  ),
});

/** Everything but the threats, whose order is their priority. */
export const drawnInReverse: Change = (model) => ({
  ...model,
  elements: model.elements.toReversed(),
  flows: model.flows.toReversed(),
  boundaries: model.boundaries.toReversed(),
  mitigations: model.mitigations.toReversed(),
});

const replacing = (from: readonly string[], to: readonly string[], ids: readonly string[]): string[] =>
  ids.some((id) => from.includes(id))
    ? [...new Set([...ids.filter((id) => !from.includes(id)), ...to])]
    : [...ids];

/** The process with the most flows becomes two: one takes what arrives, the other sends. */
export const splitBusiest: Change = (model) => {
  const flowsOf = ({ id }: Element): number =>
    model.flows.filter(({ from, to }) => from === id || to === id).length;
  const processes = model.elements.filter(({ kind }) => kind === 'process');
  const busiest = processes.toSorted((a, b) => flowsOf(b) - flowsOf(a))[0];
  if (!busiest) return model;
  const [front, back] = [
    { ...busiest, label: `${busiest.label} front end` },
    { ...busiest, id: 'second-half', label: `${busiest.label} back end` },
  ];
  const flows = model.flows.map((flow) => (flow.from === busiest.id ? { ...flow, from: back.id } : flow));
  const between = { id: 'between-halves', label: 'Hand-over', from: front.id, to: back.id };
  return {
    ...model,
    elements: [...model.elements.filter(({ id }) => id !== busiest.id), front, back] as Element[],
    flows: [...flows, { ...between, protocol: '', description: '', inScope: true, facts: {} }],
  };
};

/** Two processes become one that has all of their flows, threats and measures. */
export const merging =
  (first: string, second: string, label: string): Change =>
  (model) => {
    const both = [first, second];
    const kept = model.elements.find(({ id }) => id === first);
    if (!kept) return model;
    const inner = model.flows
      .filter(({ from, to }) => both.includes(from) && both.includes(to))
      .map(({ id }) => id);
    const end = (id: string): string => (id === second ? first : id);
    const gone = [second, ...inner];
    return {
      ...model,
      elements: [...model.elements.filter(({ id }) => !both.includes(id)), { ...kept, label }],
      flows: model.flows
        .filter(({ id }) => !inner.includes(id))
        .map((flow) => ({ ...flow, from: end(flow.from), to: end(flow.to) })),
      threats: model.threats.map((threat) => ({ ...threat, on: replacing(gone, [first], threat.on) })),
      mitigations: model.mitigations.map((item) => ({ ...item, at: replacing(gone, [first], item.at) })),
      layout: {},
    };
  };

export const without = {
  threats:
    (ids: readonly string[]): Change =>
    (model) => ({
      ...model,
      threats: model.threats.filter(({ id }) => !ids.includes(id)),
      mitigations: model.mitigations
        .map((item) => ({ ...item, threats: item.threats.filter((id) => !ids.includes(id)) }))
        .filter(({ threats }) => threats.length > 0),
    }),
  mitigations:
    (ids: readonly string[]): Change =>
    (model) => ({ ...model, mitigations: model.mitigations.filter(({ id }) => !ids.includes(id)) }),
  boundaries:
    (ids: readonly string[]): Change =>
    (model) => {
      const isKept = (id: string | null): boolean => id === null || !ids.includes(id);
      return {
        ...model,
        boundaries: model.boundaries
          .filter(({ id }) => isKept(id))
          .map((item) => ({ ...item, parent: isKept(item.parent) ? item.parent : null })),
        elements: model.elements.map((item) => (isKept(item.boundary) ? item : { ...item, boundary: null })),
        mitigations: model.mitigations.map((item) => ({ ...item, at: item.at.filter(isKept) })),
        layout: {},
      };
    },
  flows:
    (ids: readonly string[]): Change =>
    (model) => {
      const isKept = (id: string): boolean => !ids.includes(id);
      return {
        ...model,
        flows: model.flows.filter(({ id }) => isKept(id)),
        threats: model.threats.map((threat) => ({ ...threat, on: threat.on.filter(isKept) })),
        mitigations: model.mitigations.map((item) => ({ ...item, at: item.at.filter(isKept) })),
      };
    },
  elements:
    (ids: readonly string[]): Change =>
    (model) => {
      const isKept = (id: string): boolean => !ids.includes(id);
      const lost = model.flows.filter(({ from, to }) => !isKept(from) || !isKept(to)).map(({ id }) => id);
      const left = without.flows([...lost, ...ids])(model);
      return { ...left, elements: left.elements.filter(({ id }) => isKept(id)), layout: {} };
    },
  words: ((model) => ({ ...model, residualRisk: '', tradeOffs: '' })) as Change,
  levels: ((model) => ({
    ...model,
    threats: model.threats.map((threat) => ({ ...threat, likelihood: null, impact: null })),
  })) as Change,
  places: ((model) => ({
    ...model,
    threats: model.threats.map((threat) => ({ ...threat, on: [] })),
  })) as Change,
} as const;

const withTitles =
  (titleOf: (threat: Threat, index: number, all: readonly Threat[]) => string): Change =>
  (model) => ({
    ...model,
    threats: model.threats.map((threat, index, all) => ({
      ...threat,
      title: titleOf(threat, index, all),
      statement: { source: '', prerequisite: '', action: '', impact: '', asset: '' },
    })),
  });

/** Each threat says what the next but one says, where it stands. */
export const titlesShuffled: Change = (model) => ({
  ...model,
  threats: model.threats.map((threat, index, all) => {
    const { title, statement, stride } = all[(index + 2) % all.length] ?? threat;
    return { ...threat, title, statement, stride };
  }),
});

export const saladTitles: Change = withTitles(
  (_, index) =>
    ['token server cache firewall packet kernel', 'access data injection flow admin boundary queue'].map(
      (words) => words,
    )[index % 2] ?? '',
);

/** The words of the claim itself in an order that says nothing. */
export const stirredTitles: Change = withTitles(({ title, statement }) => {
  const words = `${title} ${statement.action}`.replace(/[.,;]/g, '').toLowerCase().split(/\s+/);
  const stirred = words.map((_, index) => words[(index * 7 + 3) % words.length] ?? '');
  return stirred.slice(0, 16).join(' ');
});

const categoryTitles: Readonly<Record<Threat['stride'], string>> = {
  spoofing: 'Spoofing of a user',
  tampering: 'Tampering with data',
  repudiation: 'Repudiation of actions',
  'information-disclosure': 'Information disclosure',
  'denial-of-service': 'Denial of service attack',
  'elevation-of-privilege': 'Elevation of privilege',
};

/** The name of the category in place of what happens. */
export const genericThreats: Change = withTitles(({ stride }) => categoryTitles[stride]);

/** Each threat once on each element and flow. */
export const everyThreatEverywhere: Change = (model) => ({
  ...model,
  threats: [...model.elements, ...model.flows].flatMap(({ id: place }) =>
    model.threats.map((threat) => ({ ...threat, id: copyId(threat.id, place), on: [place] })),
  ),
  mitigations: model.mitigations.map((item) => ({
    ...item,
    threats: item.threats.flatMap((id) => model.elements.map((place) => copyId(id, place.id))).slice(0, 100),
  })),
});

const copyId = (threat: string, place: string): string => `${threat} on ${place}`.slice(0, 80);

/** Each threat on all elements and flows at once. */
export const eachThreatOnAll: Change = (model) => ({
  ...model,
  threats: model.threats.map((threat) => ({
    ...threat,
    on: [...model.elements, ...model.flows].map(({ id }) => id).slice(0, 50),
  })),
});

/** Every threat one place further among the elements. */
export const misplaced: Change = (model) => ({
  ...model,
  threats: model.threats.map((threat, index) => {
    const far = model.elements.filter(({ id }) => !isNear(model, id, threat.on));
    const place = far[index % Math.max(1, far.length)];
    return { ...threat, on: place ? [place.id] : [] };
  }),
});

const isNear = ({ flows }: ThreatModel, element: string, on: readonly string[]): boolean =>
  on.includes(element) ||
  flows.some(
    ({ id, from, to }) =>
      (from === element || to === element) && (on.includes(id) || on.includes(from) || on.includes(to)),
  );

const threatsOf = ({ threats }: Scenario<ThreatModel>, tier: Tier): string[] =>
  threats.filter((threat) => threat.tier === tier).map(({ id }) => id);

/** Six candidates, the best first, each plainly better than the next. */
export function candidatesOf(
  scenario: Scenario<ThreatModel>,
  reference: ThreatModel,
): readonly ThreatModel[] {
  const bonuses = threatsOf(scenario, 'bonus');
  const shoulds = threatsOf(scenario, 'should');
  const musts = threatsOf(scenario, 'must');
  const lesser = <T extends { readonly id: string; readonly tier: Tier }>(items: readonly T[]): string[] =>
    items.filter(({ tier }) => tier !== 'must').map(({ id }) => id);
  const boundaries = reference.boundaries.map(({ id }) => id);
  const halfOf = (ids: readonly string[]): string[] => ids.filter((_, index) => index % 2 === 0);
  const mitigations = reference.mitigations.map(({ id }) => id);
  const good = inTurn(
    renamed(scenario),
    without.threats(bonuses),
    without.mitigations(mitigations.slice(-1)),
  );
  const fair = inTurn(
    good,
    without.threats(halfOf(shoulds)),
    without.mitigations(halfOf(mitigations)),
    without.levels,
  );
  const middling = inTurn(
    renamed(scenario, 1),
    without.threats([...bonuses, ...shoulds, ...musts.slice(2)]),
    without.mitigations(halfOf(mitigations)),
    without.boundaries(boundaries.slice(1)),
    without.flows(lesser(scenario.flows)),
    without.levels,
    without.words,
  );
  const poor = inTurn(
    without.boundaries(boundaries),
    without.elements(lesser(scenario.elements)),
    without.mitigations(mitigations.slice(1)),
    without.levels,
    without.words,
    without.threats([...bonuses, ...shoulds, ...musts.slice(1)]),
    without.places,
  );
  const generic = inTurn(
    without.boundaries(boundaries),
    without.elements(reference.elements.slice(0, -3).map(({ id }) => id)),
    without.mitigations(mitigations),
    without.levels,
    without.words,
    genericThreats,
    without.places,
  );
  return [inTurn(renamed(scenario)), good, fair, middling, poor, generic].map((change) => change(reference));
}
