import { type LabDefect as Defect, inYaml } from './lab-defect.ts';
import type { ContentPath } from './problem.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';
import type { Answer, ElementKind } from './threat-model-vocabulary.ts';

type Facts = Readonly<Partial<Record<string, Answer>>>;
type Named = { readonly id: string };

/** What the rules look at in a reference model. */
export type ReferenceShape = {
  readonly elements: readonly (Named & { readonly kind: ElementKind; readonly facts: Facts })[];
  readonly flows: readonly (Named & { readonly from: string; readonly to: string; readonly facts: Facts })[];
  readonly boundaries: readonly Named[];
  readonly threats: readonly (Named & { readonly on: readonly string[] })[];
  readonly layout: Readonly<Record<string, unknown>>;
};

type Say = (rule: string, path: ContentPath, words: readonly [string, string]) => Defect;

/** Checks that the reference models agree with the scenario, and that there are two or more. */
export function checkReferenceModels(scenario: Scenario<ReferenceShape>): Defect[] {
  const { references } = scenario;
  const words = [
    'A scenario needs two or more references.',
    'Add a reference-*.json of another cut.',
  ] as const;
  const few = references.length < 2 ? [inYaml('scenario.yaml', 'too-few-references', [], words)] : [];
  return [
    ...few,
    ...nowhereDrawn(scenario),
    ...references.flatMap(({ name, model }) => checkOne(scenario, name, model)),
  ];
}

function checkOne(scenario: ScenarioFile, name: string, model: ReferenceShape): Defect[] {
  const say: Say = (rule, path, words) => inYaml(name, rule, path, words);
  return [
    ...strangers(scenario, model, say),
    ...bentFlows(scenario, model, say),
    ...missingMusts(scenario, model, say),
    ...missingThreats(scenario, model, say),
    ...otherFacts(scenario, model, say),
    ...withoutLayout(model, say),
  ];
}

const idsOf = (...lists: readonly (readonly Named[])[]): ReadonlySet<string> =>
  new Set(lists.flat().map(({ id }) => id));
const thingsOf = ({ elements, flows, boundaries }: ReferenceShape): ReadonlySet<string> =>
  idsOf(elements, flows, boundaries);

function nowhereDrawn({ elements, flows, boundaries, references }: Scenario<ReferenceShape>): Defect[] {
  if (references.length === 0) return [];
  const drawn = new Set(references.flatMap(({ model }) => [...thingsOf(model)]));
  return Object.entries({ elements, flows, boundaries }).flatMap(([list, items]) =>
    items.flatMap(({ id }, index) => {
      if (drawn.has(id)) return [];
      const words = [`No reference has \`${id}\`.`, 'Draw it in one of them, or remove it.'] as const;
      return [inYaml('scenario.yaml', 'in-no-reference', [list, index, 'id'], words)];
    }),
  );
}

function strangers(scenario: ScenarioFile, model: ReferenceShape, say: Say): Defect[] {
  const kinds = new Map(scenario.elements.map(({ id, kind }) => [id, kind]));
  const known = {
    elements: idsOf(scenario.elements),
    flows: idsOf(scenario.flows),
    boundaries: idsOf(scenario.boundaries),
    threats: idsOf(scenario.threats),
  };
  const { elements, flows, boundaries, threats } = model;
  const unknown = Object.entries({ elements, flows, boundaries, threats }).flatMap(([list, items]) =>
    items.flatMap(({ id }, index) => {
      if (known[list as keyof typeof known].has(id)) return [];
      const words = [
        `scenario.yaml has no \`${id}\` in ${list}.`,
        'Describe it there, or remove it.',
      ] as const;
      return [say('not-in-scenario', [list, index, 'id'], words)];
    }),
  );
  const otherKinds = elements.flatMap(({ id, kind }, index) => {
    const told = kinds.get(id);
    if (told === undefined || told === kind) return [];
    return [say('other-kind', ['elements', index, 'kind'], [`\`${id}\` is a ${told}.`, 'Make it one.'])];
  });
  return [...unknown, ...otherKinds];
}

/** An end of a flow is the element that the scenario names, or one of another cut that stands for it. */
function bentFlows({ elements, flows }: ScenarioFile, model: ReferenceShape, say: Say): Defect[] {
  const parts = new Map(elements.map((element) => [element.id, new Set(element.parts)]));
  const standsFor = (drawn: string, told: string): boolean =>
    drawn === told || (parts.get(drawn)?.has(told) ?? false) || (parts.get(told)?.has(drawn) ?? false);
  return model.flows.flatMap((flow, index) => {
    const told = flows.find(({ id }) => id === flow.id);
    if (!told) return [];
    return (['from', 'to'] as const).flatMap((end) => {
      if (standsFor(flow[end], told[end])) return [];
      const message = `\`${flow.id}\` goes ${end} \`${flow[end]}\`; the scenario says \`${told[end]}\`.`;
      return [say('other-end', ['flows', index, end], [message, 'Make them the same.'])];
    });
  });
}

function missingMusts(scenario: ScenarioFile, model: ReferenceShape, say: Say): Defect[] {
  const drawn = thingsOf(model);
  const { elements, boundaries } = scenario;
  const isThere = (id: string): boolean => {
    if (drawn.has(id)) return true;
    const parts = elements.find((element) => element.id === id)?.parts ?? [];
    return (
      parts.some((part) => drawn.has(part)) ||
      elements.some((element) => element.parts.includes(id) && drawn.has(element.id))
    );
  };
  return [...elements, ...boundaries]
    .filter(({ id, tier }) => tier === 'must' && !isThere(id))
    .map(({ id }) =>
      say('must-not-drawn', [], [`The reference lacks \`${id}\`, a must.`, 'Draw it, or lower its tier.']),
    );
}

function missingThreats({ threats }: ScenarioFile, model: ReferenceShape, say: Say): Defect[] {
  const drawn = thingsOf(model);
  return threats.flatMap(({ id, tier, on }) => {
    const placed = model.threats.find((threat) => threat.id === id);
    const isOnIt = placed?.on.some((target) => on.includes(target) && drawn.has(target)) ?? false;
    if (tier !== 'must' || isOnIt) return [];
    const message = `The reference does not have the must-threat \`${id}\` where the scenario puts it.`;
    return [say('must-threat-missing', ['threats'], [message, `Put it on one of: ${on.join(', ')}.`])];
  });
}

function otherFacts(scenario: ScenarioFile, model: ReferenceShape, say: Say): Defect[] {
  const sets = scenario.facts.flatMap((fact) => fact.sets.map((set) => ({ ...set, id: fact.id })));
  const { elements, flows } = model;
  return Object.entries({ elements, flows }).flatMap(([list, items]) =>
    items.flatMap(({ id: thing, facts }, index) =>
      sets.flatMap(({ on, fact, is, id }) => {
        if (on !== thing || (facts[fact] ?? 'unknown') === is) return [];
        const message = `By the fact \`${id}\`, \`${fact}\` of \`${thing}\` is ${is}.`;
        return [say('against-a-fact', [list, index, 'facts', fact], [message, 'Say the same here.'])];
      }),
    ),
  );
}

function withoutLayout({ elements, boundaries, layout }: ReferenceShape, say: Say): Defect[] {
  return [...elements, ...boundaries]
    .filter(({ id }) => layout[id] === undefined)
    .map(({ id }) =>
      say(
        'no-layout',
        ['layout'],
        [`\`${id}\` has no place in the layout.`, 'Give it x, y, width and height.'],
      ),
    );
}
