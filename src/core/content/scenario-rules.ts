import { type LabDefect as Defect, inText, inYaml } from './lab-defect.ts';
import { flawNamed } from './lab-telling-rules.ts';
import type { ContentPath } from './problem.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';
import { checkReferenceModels, type ReferenceShape } from './scenario-reference-rules.ts';
import { appliesTo } from './threat-facts.ts';

type Named = { readonly id: string };
type Link = { readonly path: ContentPath; readonly id: string };

/**
 * Checks what a schema cannot: unique ids, references that lead somewhere, complete ranks, reference models that
 * agree with the scenario, and a brief that gives no must-threat away. Returns all defects; files are named
 * relative to the folder of the scenario.
 */
export function checkScenario(scenario: Scenario<ReferenceShape>): Defect[] {
  return [
    ...duplicateIds(scenario),
    ...danglingLinks(scenario),
    ...factsOfOtherKinds(scenario),
    ...ranks(scenario),
    ...telling(scenario),
    ...checkReferenceModels(scenario),
  ];
}

const inScenario = (rule: string, path: ContentPath, words: readonly [string, string]): Defect =>
  inYaml('scenario.yaml', rule, path, words);

type List = { readonly path: ContentPath; readonly items: readonly Named[] };

/** Lists whose ids share one namespace stand together. */
function namespaces(scenario: ScenarioFile): readonly (readonly List[])[] {
  const { facts, assets, elements, boundaries, flows, threats, mitigations, fabricated, twist } = scenario;
  const list = (name: string, items: readonly Named[]): List => ({ path: [name], items });
  return [
    [list('facts', facts), { path: ['twist', 'facts'], items: twist.facts }],
    [list('assets', assets)],
    [list('elements', elements), list('boundaries', boundaries), list('flows', flows)],
    [
      list('threats', threats),
      list('fabricated', fabricated),
      { path: ['twist', 'threats'], items: twist.threats },
    ],
    [list('mitigations', mitigations)],
    [list('residualRisks', scenario.residualRisks), list('tradeOffs', scenario.tradeOffs)],
  ];
}

function duplicateIds(scenario: ScenarioFile): Defect[] {
  return namespaces(scenario).flatMap((lists) => {
    const seen = new Set<string>();
    return lists.flatMap(({ path, items }) =>
      items.flatMap(({ id }, index) => {
        if (!seen.has(id)) {
          seen.add(id);
          return [];
        }
        const words = [`The id \`${id}\` is used twice.`, 'Give it another id.'] as const;
        return [inScenario('duplicate-id', [...path, index, 'id'], words)];
      }),
    );
  });
}

const idsOf = (...lists: readonly (readonly Named[])[]): ReadonlySet<string> =>
  new Set(lists.flat().map(({ id }) => id));

const each = (path: ContentPath, ids: readonly string[]): Link[] =>
  ids.map((id, step) => ({ path: [...path, step], id }));

function dangling(what: string, known: ReadonlySet<string>, links: readonly Link[]): Defect[] {
  return links
    .filter(({ id }) => !known.has(id))
    .map(({ path, id }) =>
      inScenario('dangling-reference', path, [
        `There is no ${what} \`${id}\`.`,
        `Name a ${what} of this scenario.`,
      ]),
    );
}

function danglingLinks(scenario: ScenarioFile): Defect[] {
  const { facts, assets, elements, boundaries, flows, threats, mitigations, fabricated, twist } = scenario;
  const targets = [
    ...threats.flatMap(({ on }, index) => each(['threats', index, 'on'], on)),
    ...fabricated.flatMap(({ on }, index) => each(['fabricated', index, 'on'], on)),
    ...twist.threats.flatMap(({ on }, index) => each(['twist', 'threats', index, 'on'], on)),
    ...facts.flatMap(({ sets }, index) =>
      sets.map(({ on }, step) => ({ path: ['facts', index, 'sets', step, 'on'], id: on })),
    ),
  ];
  const ends = flows.flatMap(({ from, to }, index) => [
    { path: ['flows', index, 'from'], id: from },
    { path: ['flows', index, 'to'], id: to },
  ]);
  const parts = elements.flatMap((element, index) => each(['elements', index, 'parts'], element.parts));
  const places = [
    ...mitigations.flatMap(({ at }, index) => each(['mitigations', index, 'at'], at)),
    ...assets.flatMap(({ at }, index) => each(['assets', index, 'at'], at)),
  ];
  const against = mitigations.flatMap((item, index) => each(['mitigations', index, 'threats'], item.threats));
  const contradictions = fabricated.map(({ contradictedBy }, index) => ({
    path: ['fabricated', index, 'contradictedBy'],
    id: contradictedBy,
  }));
  return [
    ...dangling('element', idsOf(elements), [...parts, ...ends]),
    ...dangling('element or flow', idsOf(elements, flows), targets),
    ...dangling('element, flow or boundary', idsOf(elements, flows, boundaries), places),
    ...dangling('threat', idsOf(threats, twist.threats), against),
    ...dangling('fact', idsOf(facts), contradictions),
  ];
}

function factsOfOtherKinds({ facts, elements, flows }: ScenarioFile): Defect[] {
  const kinds = new Map<string, Parameters<typeof appliesTo>[1]>([
    ...elements.map(({ id, kind }) => [id, kind] as const),
    ...flows.map(({ id }) => [id, 'flow'] as const),
  ]);
  return facts.flatMap(({ sets }, index) =>
    sets.flatMap(({ on, fact }, step) => {
      const kind = kinds.get(on);
      if (kind === undefined || appliesTo(fact, kind)) return [];
      const words = [`\`${on}\` is a ${kind}, which has no fact \`${fact}\`.`, 'Name another fact.'] as const;
      return [inScenario('fact-of-other-kind', ['facts', index, 'sets', step, 'fact'], words)];
    }),
  );
}

const tierOrder = { must: 0, should: 1, bonus: 2 } as const;

function ranks({ threats }: ScenarioFile): Defect[] {
  const found = threats.map(({ rank }) => rank).sort((a, b) => a - b);
  const gap = found.findIndex((rank, index) => rank !== index + 1);
  if (gap >= 0) {
    const message = `The ranks are not 1 to ${threats.length}, each once: ${gap + 1} is missing.`;
    return [inScenario('ranks-incomplete', ['threats'], [message, 'Number the threats by urgency.'])];
  }
  return threats.flatMap((threat, index) => {
    const isBehind = threats.some(
      (other) => other.rank < threat.rank && tierOrder[other.tier] > tierOrder[threat.tier],
    );
    if (!isBehind) return [];
    const message = `\`${threat.id}\` ranks behind a threat of a lesser tier.`;
    const mend = 'Rank every must before every should, and those before every bonus.';
    return [inScenario('ranks-against-tiers', ['threats', index, 'rank'], [message, mend])];
  });
}

function telling(scenario: Scenario<ReferenceShape>): Defect[] {
  const tells = scenario.threats
    .filter((threat) => threat.tier === 'must')
    .map(({ id, title, claim, paraphrases }) => ({
      id,
      texts: [title, claim, ...paraphrases].map(longWords),
    }));
  const told = (text: string): string | undefined => {
    const name = flawNamed(text);
    if (name !== undefined) return `The text names a flaw: "${name}".`;
    const said = longWords(text);
    const threat = tells.find(({ texts }) => texts.some((words) => holdsMost(said, words)));
    return threat && `The text gives the threat \`${threat.id}\` away.`;
  };
  const mend = 'Say what the system does, in the words of those who run it.';
  const heads = [
    { path: ['title'], text: scenario.title },
    { path: ['twist', 'prompt'], text: scenario.twist.prompt },
  ].flatMap(({ path, text }) => {
    const message = told(text);
    return message === undefined ? [] : [inScenario('gives-threat-away', path, [message, mend])];
  });
  const lines = scenario.brief.split('\n').flatMap((line, index) => {
    const message = line
      .split(/(?<=[.?!])\s/)
      .map(told)
      .find((found) => found !== undefined);
    return message === undefined ? [] : [inText('brief.md', 'gives-threat-away', index + 1, [message, mend])];
  });
  return [...heads, ...lines];
}

/** Words of five letters and more carry the meaning; endings are cut off roughly. */
const longWords = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/[a-z]{5,}/g) ?? []).map((word) => word.slice(0, 6)));

/** Below four words, nothing can be concluded. */
const fewestWords = 4;
const most = 0.6;

function holdsMost(said: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  if (words.size < fewestWords) return false;
  return [...words].filter((word) => said.has(word)).length / words.size >= most;
}
