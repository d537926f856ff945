import type { Threat, ThreatModel } from '../document.ts';
import { assign } from '../matching/assign.ts';
import { groupedBy } from '../model-index.ts';
import { indexOfMost, type Verdict } from './judge-extra.ts';
import type { Contradicted, Extra, FollowUp, Matched, Missed, Part } from './model-grade.ts';
import type { PlaceJudge } from './place.ts';
import type { Prepared, ScenarioThreat } from './prepare.ts';
import { type Fit, fitOf, genericness, readBoth, textOf } from './threat-credit.ts';
import { counted, mustCap, round, tierShare, tierWeights } from './tier-score.ts';

/** Which threat of the scenario each threat of the candidate is, by id. */
export type ThreatMatches = {
  readonly pairs: ReadonlyMap<string, { readonly threat: ScenarioThreat; readonly fit: Fit }>;
  /** Also for those that say again what another says. */
  readonly meaning: ReadonlyMap<string, string>;
  readonly part: Part;
};

type Judge = (threat: Threat, known: number, fabricated: number | undefined) => Verdict;
type Row = {
  readonly threat: Threat;
  readonly fits: readonly Fit[];
  /** The fabricated threat that it is rather than any other, by index. */
  readonly fabricated: number | undefined;
};

const matchedFrom = 0.25;
/** So many statements may say one thing, each where it belongs. */
const freeRepeats = 3;
/** What a threat that is no hit costs, in hits. */
const costs = { contradicted: 1, misplaced: 0.6, repeated: 0.3, open: 0.1 } as const;
const validWorth = 0.5;
/** A valid extra is worth this share of a bonus; so many count. */
const mostValid = 4;

/** Grades the threats of a model against those of the scenario, and judges those that the scenario does not have. */
export function gradeThreats(
  { scenario, read }: Prepared,
  { threats }: ThreatModel,
  places: PlaceJudge,
  judge: Judge,
): ThreatMatches {
  const rows = threats.map((threat): Row => {
    const wording = readBoth(read.threats, threat.title, textOf(threat));
    const generic = genericness(read.generic(textOf(threat)), wording);
    const fitsOf = (
      items: readonly Pick<ScenarioThreat, 'on' | 'stride'>[],
      likeness: readonly number[],
    ): Fit[] =>
      items.map((item, index) => fitOf(threat, item, { wording: likeness[index] ?? 0, generic }, places));
    const fits = fitsOf(scenario.threats, wording);
    const fabricated = fitsOf(scenario.fabricated, readBoth(read.fabricated, threat.title, textOf(threat)));
    return { threat, fits, fabricated: ruledOutBy(fits, fabricated) };
  });
  const chosen = assign(
    rows.map(({ fits, fabricated }) =>
      fits.map(({ credit }) => (credit >= matchedFrom && fabricated === undefined ? credit : 0)),
    ),
  );
  const pairs = new Map<string, { threat: ScenarioThreat; fit: Fit }>();
  for (const [row, column] of chosen.entries()) {
    const [own, right] = [rows[row], scenario.threats[column]];
    const fit = own?.fits[column];
    if (own && right && fit) pairs.set(own.threat.id, { threat: right, fit });
  }
  const others = judgeOthers(
    rows.filter(({ threat }) => !pairs.has(threat.id)),
    scenario.threats,
    judge,
  );
  const credits = scenario.threats.map(({ id, tier }) => ({
    tier,
    credit: [...pairs.values()].find(({ threat }) => threat.id === id)?.fit.credit ?? 0,
  }));
  const valid = Math.min(mostValid, others.valid);
  const covered = tierShare(credits, { extra: valid * validWorth * tierWeights.bonus });
  const cap = mustCap(credits);
  const hits = credits.reduce((sum, { credit }) => sum + credit, 0) + validWorth * valid;
  const trust = hits === 0 ? 0 : hits / (hits + others.cost);
  return {
    pairs,
    meaning: new Map([...[...pairs].map(([id, { threat }]) => [id, threat.id] as const), ...others.repeats]),
    part: {
      score: round(Math.min(covered, cap) * trust),
      because: reasons({ covered, cap, trust }, `Threats: ${counted(credits)}.`),
      matched: [...pairs].map(([id, pair]) => matchedOf(id, pair)),
      missed: scenario.threats
        .filter(({ id }) => ![...pairs.values()].some(({ threat }) => threat.id === id))
        .map(missedOf),
      extras: others.extras,
      contradicted: others.contradicted,
      questions: others.questions,
    },
  };
}

function reasons(
  { covered, cap, trust }: { readonly covered: number; readonly cap: number; readonly trust: number },
  count: string,
): string[] {
  return [
    count,
    ...(cap < covered ? ['Missed musts cap this dimension.'] : []),
    ...(trust < 0.95 && trust > 0
      ? [`Threats that are contradicted, misplaced or repeated leave ${Math.round(trust * 100)} % of it.`]
      : []),
  ];
}

const fabricatedFrom = 0.35;

/** The words are nearer to a fabricated threat than to any real one. */
function ruledOutBy(fits: readonly Fit[], fabricated: readonly Fit[]): number | undefined {
  const best = indexOfMost(fabricated.map(({ wording }) => wording));
  const found = fabricated[best];
  if (!found || found.wording < fabricatedFrom) return undefined;
  return fits.every(({ wording }) => wording < found.wording) ? best : undefined;
}

type Others = {
  readonly extras: readonly Extra[];
  readonly contradicted: readonly Contradicted[];
  readonly questions: readonly FollowUp[];
  readonly repeats: readonly (readonly [candidate: string, threat: string])[];
  readonly valid: number;
  readonly cost: number;
};

const saysFrom = 0.36;
const placedFrom = 0.45;

type Outcome =
  | Verdict
  | { readonly verdict: 'repeated' | 'misplaced'; readonly threat: Threat; readonly right: ScenarioThreat };

/** What a threat is that was not paired: it says again what another says, here or elsewhere, or something else. */
function outcomeOf(
  { threat, fits, fabricated }: Row,
  scenario: readonly ScenarioThreat[],
  judge: Judge,
): Outcome {
  const best = indexOfMost(fits.map(({ wording, credit }) => wording + credit));
  const [fit, right] = [fits[best], scenario[best]];
  const verdict = judge(threat, fit?.wording ?? 0, fabricated);
  if (verdict.verdict === 'contradicted' || !fit || !right || fit.wording < saysFrom) return verdict;
  return { verdict: (fit.place ?? 1) >= placedFrom ? 'repeated' : 'misplaced', threat, right };
}

function judgeOthers(rows: readonly Row[], scenario: readonly ScenarioThreat[], judge: Judge): Others {
  const outcomes = rows.map((row) => outcomeOf(row, scenario, judge));
  const repeats = outcomes.flatMap(({ verdict, ...outcome }): [string, string][] =>
    verdict === 'repeated' && 'right' in outcome ? [[outcome.threat.id, outcome.right.id]] : [],
  );
  const keys = outcomes.flatMap((outcome) => (outcome.verdict === 'valid' ? [outcome.key] : []));
  const earned = new Set(keys);
  const seen = new Set<string>();
  const isFirst = (key: string): boolean => !seen.has(key) && seen.add(key).has(key);
  const contradicted = outcomes.flatMap((outcome) =>
    'contradicted' in outcome ? [outcome.contradicted] : [],
  );
  const questions = outcomes.flatMap((outcome) => ('question' in outcome ? [outcome.question] : []));
  const misplaced = outcomes.filter(({ verdict }) => verdict === 'misplaced').length;
  return {
    extras: outcomes.flatMap((outcome) => extraOf(outcome, isFirst)),
    contradicted,
    questions,
    repeats,
    valid: earned.size,
    cost:
      costs.contradicted * contradicted.length +
      costs.misplaced * misplaced +
      costs.repeated * (tooManyOf(repeats) + keys.length - earned.size) +
      costs.open * questions.length,
  };
}

/** How many statements there are beyond those that may say one thing. */
function tooManyOf(repeats: readonly (readonly [string, string])[]): number {
  const counts = groupedBy(repeats, ([, right]) => right);
  return [...counts.values()].reduce((sum, { length }) => sum + Math.max(0, length - freeRepeats + 1), 0);
}

function extraOf(outcome: Outcome, isFirst: (key: string) => boolean): Extra[] {
  if ('right' in outcome) return [again(outcome.threat, outcome.right, outcome.verdict === 'repeated')];
  if (outcome.verdict !== 'valid') return [];
  return [isFirst(outcome.key) ? outcome.extra : { ...outcome.extra, verdict: 'repeated' }];
}

const again = ({ id, title }: Threat, right: ScenarioThreat, isPlaced: boolean): Extra => ({
  kind: 'threat',
  candidate: id,
  label: title,
  verdict: isPlaced ? 'repeated' : 'misplaced',
  because: isPlaced
    ? `It says again: ${right.title}.`
    : `It says “${right.title}”, but not where that happens.`,
});

function matchedOf(id: string, { threat, fit }: { threat: ScenarioThreat; fit: Fit }): Matched {
  return {
    kind: 'threat',
    reference: threat.id,
    label: threat.title,
    tier: threat.tier,
    candidates: [id],
    credit: round(fit.credit),
    because: reasonOf(fit),
  };
}

function reasonOf({ wording, place, isSameCategory }: Fit): string {
  const words = wording >= saysFrom ? 'The words say it' : 'The words come near it';
  const where =
    place === null
      ? 'it stands nowhere, so it counts less'
      : place >= 0.8
        ? 'it is in the right place'
        : place >= placedFrom
          ? 'it is near the right place, or on too many'
          : 'it is in the wrong place';
  const kind = isSameCategory ? 'in the right category' : 'in another category';
  return `${words}, ${where}, ${kind}.`;
}

const missedOf = ({ id, title, tier }: ScenarioThreat): Missed => ({
  kind: 'threat',
  reference: id,
  label: title,
  tier,
  because: 'No threat of the model says it.',
});
