import type { Tier } from '#core/content/vocabulary.ts';
import type { Mitigation, ThreatModel } from '../document.ts';
import { assign } from '../matching/assign.ts';
import type { ThreatMatches } from './grade-threats.ts';
import type { Extra, Part } from './model-grade.ts';
import type { PlaceJudge } from './place.ts';
import type { Prepared } from './prepare.ts';
import { fullness, leastWording, priorOdds, readBoth, surenessOf, wordingOdds } from './threat-credit.ts';
import { type Credit, counted, mustCap, round, tierShare } from './tier-score.ts';

type Right = Prepared['scenario']['mitigations'][number] & { readonly tier: Tier };
type Row = {
  readonly mitigation: Mitigation;
  readonly against: ReadonlySet<string>;
  readonly credits: readonly number[];
};

const against = { none: 0.5, wrong: 0.3 } as const;
const place = { none: 0.75, wrong: 0.5 } as const;
const otherKind = 0.85;
const matchedFrom = 0.2;
/** A measure against a threat of the scenario that the scenario does not know. */
const ownMeasure = 0.3;

/** Grades mitigations: those of the scenario that the model has, and whether every threat that matters has one. */
export function gradeMitigations(
  { scenario, read }: Prepared,
  { mitigations }: ThreatModel,
  places: PlaceJudge,
  { meaning }: ThreatMatches,
): Part {
  const tiers = new Map(scenario.threats.map(({ id, tier }) => [id, tier]));
  const rights = scenario.mitigations.map(
    (right): Right => ({ ...right, tier: tierOf(right.threats, tiers) }),
  );
  const rows = mitigations.map((mitigation): Row => {
    const whole = [mitigation.title, mitigation.description].filter(Boolean).join('. ');
    const wording = readBoth(read.mitigations, mitigation.title, whole);
    const threats = new Set(mitigation.threats.flatMap((id) => meaning.get(id) ?? []));
    const credits = rights.map((right, index) =>
      creditOf({ mitigation, threats }, right, wording[index] ?? 0, places),
    );
    return { mitigation, against: threats, credits };
  });
  const chosen = assign(
    rows.map(({ credits }) => credits.map((credit) => (credit >= matchedFrom ? credit : 0))),
  );
  const credits = rights.map(({ tier }, column): Credit => {
    const row = chosen.indexOf(column);
    return { tier, credit: rows[row]?.credits[column] ?? 0 };
  });
  const covered = scenario.threats.map(
    ({ id, tier }): Credit => ({ tier, credit: coverOf(id, rows, rights) }),
  );
  const score =
    0.5 * Math.min(tierShare(credits), mustCap(credits)) +
    0.5 * Math.min(tierShare(covered), mustCap(covered));
  const isFound = (column: number): boolean => chosen.includes(column);
  return {
    score: mitigations.length === 0 ? 0 : round(score),
    because: [
      `Mitigations: ${counted(credits)}.`,
      `Threats that something is done about: ${counted(covered)}.`,
    ],
    matched: rights.flatMap(({ id, claim, tier }, column) => {
      const row = rows[chosen.indexOf(column)];
      if (!row) return [];
      const credit = round(row.credits[column] ?? 0);
      const because =
        credit >= 0.8
          ? 'Words, threat, place and kind fit.'
          : 'It fits in part: compare words, threat, place and kind.';
      return [
        {
          kind: 'mitigation',
          reference: id,
          label: claim,
          tier,
          candidates: [row.mitigation.id],
          credit,
          because,
        },
      ];
    }),
    missed: rights
      .filter((_, column) => !isFound(column))
      .map(({ id, claim, tier }) => ({
        kind: 'mitigation',
        reference: id,
        label: claim,
        tier,
        because: 'No mitigation of the model says it.',
      })),
    extras: rows.filter((_, row) => chosen[row] === -1).map(extraOf),
  };
}

const order: readonly Tier[] = ['must', 'should', 'bonus'];
const tierOf = (threats: readonly string[], tiers: ReadonlyMap<string, Tier>): Tier =>
  order.find((tier) => threats.some((id) => tiers.get(id) === tier)) ?? 'bonus';

function creditOf(
  { mitigation, threats }: { readonly mitigation: Mitigation; readonly threats: ReadonlySet<string> },
  right: Right,
  wording: number,
  places: PlaceJudge,
): number {
  if (wording < leastWording) return 0;
  const fit = againstFit(threats, right.threats);
  const where = places.fit(mitigation.at, right.at);
  const odds = priorOdds + wordingOdds(wording) + told(fit) + (where === null ? 0 : 0.6 * told(where));
  const said = surenessOf(odds);
  const placed = where === null ? place.none : place.wrong + (1 - place.wrong) * where;
  return (
    said *
    fit *
    placed *
    (mitigation.kind === right.kind ? 1 : otherKind) *
    fullness(`${mitigation.title} ${mitigation.description}`)
  );
}

/** What the right threat tells for a match, in log odds; places tell a little less. */
const told = (fit: number): number => Math.log(0.25) + fit * Math.log(14);

/** Against one of the right threats, and not against everything. */
function againstFit(threats: ReadonlySet<string>, right: readonly string[]): number {
  if (threats.size === 0) return against.none;
  const found = [...threats].filter((id) => right.includes(id)).length;
  if (found === 0) return against.wrong;
  return Math.min(1, 0.4 + (0.6 * found) / threats.size / 0.5);
}

/** The best that is done about a threat. */
function coverOf(threat: string, rows: readonly Row[], rights: readonly Right[]): number {
  const found = rows.map(({ against: threats, credits }) => {
    const known = credits.map((credit, column) => (rights[column]?.threats.includes(threat) ? credit : 0));
    const own = threats.has(threat) ? ownMeasure / Math.max(1, threats.size / 2) : 0;
    return Math.max(own, ...known);
  });
  return Math.max(0, ...found);
}

function extraOf({ mitigation: { id, title }, against: threats }: Row): Extra {
  const because =
    threats.size > 0
      ? 'The scenario does not name it; it counts a little where its threat has nothing better.'
      : 'The scenario does not name it, and it is against no threat that counts.';
  return { kind: 'mitigation', candidate: id, label: title, verdict: 'additional', because };
}
