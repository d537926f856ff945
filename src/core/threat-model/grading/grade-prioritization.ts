import type { Threat, ThreatModel } from '../document.ts';
import type { ThreatMatches } from './grade-threats.ts';
import type { ItemKind, Matched, Missed, Part } from './model-grade.ts';
import type { ClaimReader, Prepared, ScenarioThreat } from './prepare.ts';
import { rankAgreement } from './rank-agreement.ts';
import { textOf } from './threat-credit.ts';
import { ramp, round } from './tier-score.ts';

const shares = { order: 0.4, levels: 0.2, statements: 0.15, residualRisk: 0.125, tradeOffs: 0.125 } as const;
/** What a level counts that is off by 0, 1, 2 or more steps. */
const levelWorth = [1, 0.75, 0.3] as const;
/** Words of a statement that says who does what to which end. */
const wholeStatement = 12;
/** A text about something else than the reference names. */
const ownWords = 0.4;
const fewestWords = 7;

/** Grades order, levels and statements of the threats that count, and what is said of residual risk and trade-offs. */
export function gradePrioritization(prepared: Prepared, model: ThreatModel, { pairs }: ThreatMatches): Part {
  const { scenario, read } = prepared;
  const found = model.threats.flatMap((threat) => {
    const pair = pairs.get(threat.id);
    return pair ? [{ threat, right: pair.threat, credit: pair.fit.credit }] : [];
  });
  const due = scenario.threats.filter(({ tier }) => tier !== 'bonus').length;
  const reach = Math.min(1, found.reduce((sum, { credit }) => sum + credit, 0) / Math.max(1, due));
  const order = orderOf(found.map(({ right }) => right.rank));
  const mean = (worth: (item: Found) => number): number =>
    found.reduce((sum, item) => sum + worth(item), 0) / Math.max(1, found.length);
  const residual = told('residual-risk', model.residualRisk, scenario.residualRisks, read.residualRisks);
  const tradeOffs = told('trade-off', model.tradeOffs, scenario.tradeOffs, read.tradeOffs);
  const parts = {
    order: order * reach,
    levels: mean(levels) * reach,
    statements: mean(({ threat }) => completeness(threat)) * reach,
    residualRisk: residual.worth,
    tradeOffs: tradeOffs.worth,
  };
  const score = Object.entries(shares).reduce(
    (sum, [name, share]) => sum + share * parts[name as keyof typeof shares],
    0,
  );
  return {
    score: round(score),
    because: [
      found.length < 2
        ? 'Fewer than two threats of the reference were found, which gives no order to compare.'
        : `The order of the ${found.length} threats that were found agrees to ${percent(order)} with the reference.`,
      `Likelihood and impact: ${percent(mean(levels))}. Statements that say who does what to which end: ${percent(mean(({ threat }) => completeness(threat)))}.`,
      `Residual risk: ${percent(residual.worth)}. Trade-offs: ${percent(tradeOffs.worth)}.`,
    ],
    matched: [...residual.matched, ...tradeOffs.matched],
    missed: [...residual.missed, ...tradeOffs.missed],
  };
}

type Found = { readonly threat: Threat; readonly right: ScenarioThreat; readonly credit: number };

const percent = (value: number): string => `${Math.round(value * 100)} %`;

/** Chance is worth a third. */
function orderOf(ranks: readonly number[]): number {
  if (ranks.length < 2) return 0;
  const agreement = rankAgreement(
    ranks.map((_, index) => index),
    ranks,
  );
  return Math.max(0, (agreement + 0.5) / 1.5);
}

function levels({ threat, right }: Found): number {
  const worth = (own: number | null, other: number): number =>
    own === null ? 0 : (levelWorth[Math.abs(own - other)] ?? 0);
  return (worth(threat.likelihood, right.likelihood) + worth(threat.impact, right.impact)) / 2;
}

function completeness(threat: Threat): number {
  const { source, action, impact, prerequisite, asset } = threat.statement;
  const filled = [source, action, impact, prerequisite, asset].filter((part) => part.trim() !== '').length;
  const words = textOf(threat).replace(threat.title, '').split(/\s+/).filter(Boolean).length;
  return Math.max(ramp(words, 0, wholeStatement), ramp(filled, 0, 3));
}

type Told = {
  readonly worth: number;
  readonly matched: readonly Matched[];
  readonly missed: readonly Missed[];
};

function told(
  kind: ItemKind,
  text: string,
  items: Prepared['scenario']['residualRisks'],
  read: ClaimReader,
): Told {
  const likeness = text.trim() === '' ? [] : read(text);
  const item = (index: number) => ({
    kind,
    reference: items[index]?.id ?? '',
    label: items[index]?.claim ?? '',
    tier: 'should' as const,
  });
  const credits = items.map((_, index) => ramp(likeness[index] ?? 0, 0.1, 0.45));
  const words = text.split(/\s+/).filter(Boolean).length;
  const own = words >= fewestWords ? ownWords : 0;
  const worth = Math.max(own, ...credits);
  const isFound = (index: number): boolean => (credits[index] ?? 0) >= 0.3;
  return {
    worth,
    matched: items.flatMap((_, index) =>
      isFound(index)
        ? [
            {
              ...item(index),
              candidates: [],
              credit: round(credits[index] ?? 0),
              because: 'The text names it.',
            },
          ]
        : [],
    ),
    missed: items.flatMap((_, index) =>
      isFound(index) ? [] : [{ ...item(index), because: 'The text does not name it.' }],
    ),
  };
}
