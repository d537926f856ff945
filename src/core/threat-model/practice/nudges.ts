import type { ScenarioFile } from '#core/content/scenario.ts';
import { type StrideCategory, strideCategories } from '#core/content/threat-model-vocabulary.ts';
import { boundariesBetween, boundaryPaths } from '../boundaries.ts';
import { lacksMitigation, mitigationsAgainst } from '../countermeasures.ts';
import type { ThreatModel } from '../document.ts';
import { strideNames } from '../formats/texts.ts';
import { type RoundStage, roundStages } from './round.ts';

export type Nudge = { readonly id: string; readonly text: string };
/** A nudge that was given, and at which second of the clock. */
export type GivenNudge = { readonly id: string; readonly at: number };

export type NudgeSituation = {
  readonly model: ThreatModel;
  readonly scenario: Pick<ScenarioFile, 'assets' | 'elements'>;
  /** What each element and flow of the model stands for in the references; absent where it stands for nothing. */
  readonly meaning: ReadonlyMap<string, readonly string[]>;
  readonly stage: RoundStage;
  /** Seconds of the clock. */
  readonly seconds: number;
  readonly given: readonly GivenNudge[];
};

/** Seconds before the first nudge, and from one to the next. */
const quietAtFirst = 180;
const quietBetween = 150;
/** So many threats are written before somebody asks after what is missing among them. */
const someThreats = 3;
const firstThreats = 3;

type Rule = {
  readonly from: RoundStage;
  readonly find: (situation: NudgeSituation) => readonly Nudge[];
};

/**
 * What a coach says now, or nothing. The last nudge stays as long as it holds; then there is quiet, then the first
 * that holds and was not given yet. None names an answer of the scenario.
 */
export function nudgeFor(situation: NudgeSituation): Nudge | undefined {
  const holding = rules
    .filter(({ from }) => roundStages.indexOf(situation.stage) >= roundStages.indexOf(from))
    .flatMap(({ find }) => find(situation));
  const last = situation.given.at(-1);
  const current = last && holding.find(({ id }) => id === last.id);
  if (current) return current;
  const isQuiet = situation.seconds < (last ? last.at + quietBetween : quietAtFirst);
  if (isQuiet) return undefined;
  return holding.find(({ id }) => !situation.given.some((nudge) => nudge.id === id));
}

const rules: readonly Rule[] = [
  { from: 'model', find: nothingDrawn },
  { from: 'model', find: noBoundary },
  { from: 'model', find: uncrossedBoundary },
  { from: 'model', find: loneElement },
  { from: 'threats', find: threatsWithoutPlace },
  { from: 'threats', find: untouchedCategory },
  { from: 'threats', find: untouchedAsset },
  { from: 'mitigations', find: firstUnmitigated },
  { from: 'closing', find: noClosingWords },
];

const say = (id: string, text: string): readonly Nudge[] => [{ id, text }];

function nothingDrawn({ model }: NudgeSituation): readonly Nudge[] {
  if (model.elements.length > 0) return [];
  return say(
    'nothing-drawn',
    'Nothing is drawn yet. Who sends what to whom? Begin with the people and follow one request.',
  );
}

function noBoundary({ model }: NudgeSituation): readonly Nudge[] {
  if (model.boundaries.length > 0 || model.elements.length < 3) return [];
  return say(
    'no-boundary',
    'There is no trust boundary in the drawing. Where does one side stop believing the other?',
  );
}

function uncrossedBoundary({ model }: NudgeSituation): readonly Nudge[] {
  const paths = boundaryPaths(model);
  const homes = new Map(model.elements.map(({ id, boundary }) => [id, boundary]));
  const crossed = new Set(
    model.flows.flatMap(({ from, to }) => {
      const [a, b] = [homes.get(from) ?? null, homes.get(to) ?? null];
      return [...boundariesBetween(paths, a, b), ...boundariesBetween(paths, b, a)];
    }),
  );
  return model.boundaries
    .filter(({ id }) => !crossed.has(id))
    .map(({ id, label }) => ({
      id: `uncrossed-${id}`,
      text: `Nothing crosses the boundary “${label}”. What goes in or out there, or what is it for?`,
    }));
}

function loneElement({ model }: NudgeSituation): readonly Nudge[] {
  const joined = new Set(model.flows.flatMap(({ from, to }) => [from, to]));
  const alone = model.elements.filter(({ id }) => !joined.has(id));
  if (alone.length === 0 || model.elements.length < 3) return [];
  return say('lone-element', `No flow leads to or from “${alone[0]?.label}”. Who talks to it?`);
}

function threatsWithoutPlace({ model }: NudgeSituation): readonly Nudge[] {
  const placeless = model.threats.filter(({ on }) => on.length === 0);
  if (placeless.length === 0) return [];
  return say(
    'without-place',
    `“${placeless[0]?.title}” stands nowhere in the drawing. On which element or flow does it happen?`,
  );
}

function untouchedCategory({ model }: NudgeSituation): readonly Nudge[] {
  if (model.threats.length < someThreats) return [];
  const touched = new Set(model.threats.map(({ stride }) => stride));
  return strideCategories
    .filter((stride) => !touched.has(stride))
    .map((stride) => ({
      id: `category-${stride}`,
      text: `${strideNames[stride]} is untouched so far. ${asks[stride]}`,
    }));
}

const asks: Readonly<Record<StrideCategory, string>> = {
  spoofing: 'Who could pretend to be somebody else?',
  tampering: 'What could be changed on its way or where it lies?',
  repudiation: 'Who could deny what they did, and what would you show?',
  'information-disclosure': 'Who could come to know what?',
  'denial-of-service': 'What would stop this from working?',
  'elevation-of-privilege': 'Who could end up with rights that are not theirs?',
};

/** An asset is a must where something that must be drawn holds it. */
function untouchedAsset({ model, scenario, meaning }: NudgeSituation): readonly Nudge[] {
  if (model.threats.length < someThreats) return [];
  const musts = new Set(scenario.elements.filter(({ tier }) => tier === 'must').map(({ id }) => id));
  const touched = new Set(model.threats.flatMap(({ on }) => on.flatMap((id) => meaning.get(id) ?? [])));
  const wholes = scenario.elements.filter(({ parts }) => parts.some((part) => touched.has(part)));
  const reached = new Set([...touched, ...wholes.map(({ id }) => id)]);
  const untouched = scenario.assets.filter(
    ({ at }) => at.some((id) => musts.has(id)) && !at.some((id) => reached.has(id)),
  );
  return untouched.map(({ id }) => ({
    id: `asset-${id}`,
    text: 'Something that an attacker would want from this system has no threat yet. What is worth the most here, and where is it?',
  }));
}

function firstUnmitigated({ model }: NudgeSituation): readonly Nudge[] {
  const against = mitigationsAgainst(model);
  const owed = model.threats.slice(0, firstThreats).filter((threat) => lacksMitigation(threat, against));
  if (owed.length === 0) return [];
  return say(
    'unmitigated',
    `Nothing is done about “${owed[0]?.title}”, which you put among the most urgent. What would you build first?`,
  );
}

function noClosingWords({ model }: NudgeSituation): readonly Nudge[] {
  if (model.residualRisk.trim() !== '' && model.tradeOffs.trim() !== '') return [];
  return say(
    'closing-words',
    'Say what risk is left when all of this is built, and what your measures cost.',
  );
}
