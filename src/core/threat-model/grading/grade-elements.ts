import type { ThreatModel } from '../document.ts';
import type { ElementMatch, FlowMatch, Match, ModelMatch } from '../matching/match-models.ts';
import type { Reference } from '../matching/reference.ts';
import type { ItemKind, Matched, Missed, Part } from './model-grade.ts';
import type { Prepared } from './prepare.ts';
import { type Credit, counted, mustCap, ramp, round, tierShare } from './tier-score.ts';

const shares = { elements: 0.4, flows: 0.3, boundaries: 0.3 } as const;
/** More detail than the reference has is no fault, up to as much again. */
const freeExtras = 0.5;
const extrasCost = 0.3;
const looseMerge = 0.85;

type Item = Credit & {
  readonly kind: ItemKind;
  readonly id: string;
  readonly label: string;
  readonly candidates: readonly string[];
  readonly because: string;
};

/** Grades the drawing: elements, flows and boundaries of the reference that the candidate has. */
export function gradeElements(
  prepared: Prepared,
  found: ModelMatch,
  reference: Reference,
  model: ThreatModel,
): Part {
  const { elements, flows, boundaries } = reference.model;
  const list = (
    kind: ItemKind,
    things: readonly { readonly id: string }[],
    matches: readonly Match[],
  ): Item[] => things.map(({ id }) => itemOf(prepared, kind, id, matches));
  const items = {
    elements: list('element', elements, withTrust(found.elements)),
    flows: list(
      'flow',
      flows.filter(({ id }) => !found.flows.some((flow) => flow.reference === id && flow.how === 'inside')),
      found.flows,
    ),
    boundaries: list('boundary', boundaries, found.boundaries),
  };
  const all = Object.values(items).flat();
  const drawn = Object.entries(shares).reduce(
    (sum, [list, share]) => sum + share * tierShare(items[list as keyof typeof shares], { bonuses: 1 }),
    0,
  );
  const strangers = model.elements.filter(({ id }) => !found.meaning.has(id));
  const tooMany = Math.max(0, strangers.length / Math.max(1, elements.length) - freeExtras);
  const cap = mustCap([...items.elements, ...items.boundaries]);
  const score = Math.min(drawn, cap) * Math.max(0, 1 - extrasCost * tooMany);
  return {
    score: model.elements.length === 0 ? 0 : round(score),
    because: [
      ...Object.entries(items).map(([list, own]) => `${capital(list)}: ${counted(own)}.`),
      ...(cap < drawn ? ['What must be there and is missing caps this dimension.'] : []),
    ],
    matched: all.filter(({ credit }) => credit > 0).map(matchedOf),
    missed: all.filter(({ credit }) => credit === 0).map(missedOf),
    extras: strangers.map(({ id, label }) => ({
      kind: 'element',
      candidate: id,
      label,
      verdict: 'additional',
      because: 'The reference has nothing like it.',
    })),
  };
}

/** Names this much alike, in the mean, show that the drawing is of this system. */
const alike = { none: 0.15, full: 0.45 } as const;
const ownName = 0.3;

/** Structure alone convinces as far as the names that tell something show the same system. */
function withTrust(matches: readonly ElementMatch[]): readonly ElementMatch[] {
  const named = matches.flatMap(({ name, how }) => (name === null || how === 'merged' ? [] : [name]));
  if (named.length === 0) return matches;
  const trust = ramp(named.reduce((sum, name) => sum + name, 0) / named.length, alike.none, alike.full);
  return matches.map((match) =>
    match.name !== null && match.name < ownName ? { ...match, likeness: match.likeness * trust } : match,
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function itemOf({ thing }: Prepared, kind: ItemKind, id: string, matches: readonly Match[]): Item {
  const { label, tier } = thing.get(id) ?? { label: id, tier: 'bonus' as const };
  const match = matches.find(({ reference }) => reference === id);
  const base = { kind, id, label, tier };
  if (!match) return { ...base, candidates: [], credit: 0, because: 'Nothing in the model stands for it.' };
  return { ...base, candidates: match.candidates, ...creditOf(kind, match) };
}

const flowReasons: Readonly<Record<FlowMatch['how'], string>> = {
  drawn: 'It joins the same two elements in the same direction.',
  'other-way': 'It joins the same two elements, the other way round.',
  shared: 'One arrow stands for this flow and another.',
  through: 'It leads there through an element of your own.',
  inside: 'It stays inside one element.',
};

function creditOf(
  kind: ItemKind,
  match: Match | ElementMatch | FlowMatch,
): { credit: number; because: string } {
  const { likeness } = match;
  if (kind === 'flow' && 'how' in match)
    return { credit: likeness, because: flowReasons[match.how as FlowMatch['how']] };
  if (kind === 'boundary')
    return {
      credit: ramp(likeness, 0.25, 0.72),
      because: 'It encloses much the same elements and is crossed by much the same flows.',
    };
  const element = match as ElementMatch;
  const credit = ramp(likeness, 0.34, 0.58) * (element.how === 'merged' && element.loose ? looseMerge : 1);
  return { credit, because: elementReason(element) };
}

function elementReason({ how }: ElementMatch): string {
  switch (how) {
    case 'one':
      return 'Name, kind, zone and neighbors fit.';
    case 'split':
      return 'Several elements together do what this one does.';
    case 'merged':
      return 'It is drawn as one with another element.';
  }
}

const matchedOf = ({ kind, id, label, tier, candidates, credit, because }: Item): Matched => ({
  kind,
  reference: id,
  label,
  tier,
  candidates,
  credit: round(credit),
  because,
});

const missedOf = ({ kind, id, label, tier, because }: Item): Missed => ({
  kind,
  reference: id,
  label,
  tier,
  because,
});
