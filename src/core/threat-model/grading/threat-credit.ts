import type { StrideCategory } from '#core/content/threat-model-vocabulary.ts';
import type { Threat } from '../document.ts';
import { threatSentence } from '../statement.ts';
import type { PlaceJudge } from './place.ts';
import type { ClaimReader, ScenarioThreat } from './prepare.ts';
import { ramp } from './tier-score.ts';

/** How well a threat of the candidate fits one of the scenario; figures are 0..1. */
export type Fit = {
  readonly wording: number;
  /** Null when it stands nowhere. */
  readonly place: number | null;
  readonly isSameCategory: boolean;
  readonly credit: number;
};

/** Categories that people choose for one and the same attack. */
const related: readonly (readonly [StrideCategory, StrideCategory])[] = [
  ['tampering', 'elevation-of-privilege'],
  ['information-disclosure', 'elevation-of-privilege'],
  ['spoofing', 'elevation-of-privilege'],
  ['spoofing', 'tampering'],
  ['spoofing', 'repudiation'],
  ['tampering', 'information-disclosure'],
];
const categoryOdds = { same: 2.5, related: 1, other: 0.4 } as const;
const categoryCredit = { same: 1, related: 0.92, other: 0.75 } as const;
const withoutPlace = 0.6;
const wrongPlace = 0.12;
/** A threat that only names its category says little. */
const genericCost = 0.6;

export const textOf = (threat: Threat): string =>
  [threat.title, threatSentence(threat.statement), threat.notes].filter(Boolean).join('. ');

/** How much a title, and the title with all that is said about it, say the claims; the better counts. */
export function readBoth(read: ClaimReader, title: string, whole: string): readonly number[] {
  const short = read(title);
  if (whole === title) return short;
  return read(whole).map((value, index) => Math.max(value, short[index] ?? 0));
}

function categoryFit(a: StrideCategory, b: StrideCategory): keyof typeof categoryOdds {
  if (a === b) return 'same';
  const isRelated = related.some(([x, y]) => (x === a && y === b) || (x === b && y === a));
  return isRelated ? 'related' : 'other';
}

/** What a likeness of words, 0..1, tells for a match, in log odds; measured on wordings that were held out. */
export const wordingOdds = (likeness: number): number => 10.5 * likeness - 1.3;
/** Of ten threats or measures, nine are others. */
export const priorOdds = -2.2;
/** Below this, the words have nothing to do with it, wherever they stand. */
export const leastWording = 0.12;
/** Below the one a match is no better than chance among several, from the other on it is certain. */
const sure = { none: 0.22, full: 0.88 } as const;

/** How far a match counts, 0..1, by its log odds. */
export const surenessOf = (logOdds: number): number =>
  ramp(1 / (1 + Math.exp(-logOdds)), sure.none, sure.full);

/** What the right place tells for a match, in log odds. */
const placeOdds = (place: number | null): number =>
  place === null ? 0 : Math.log(0.3) + place * Math.log(10);

/** So many words say it all; one or two name a subject. */
const enoughWords = 6;
const oneWord = 0.5;

/** What a text of few words is worth, 0..1. */
export function fullness(text: string): number {
  const words = text.split(/\s+/).filter(Boolean).length;
  return Math.min(1, oneWord + ((1 - oneWord) * (words - 1)) / (enoughWords - 1));
}

/** How much a text only names its category, 0..1; not where it says a threat of the scenario. */
export const genericness = (generic: readonly number[], wording: readonly number[]): number =>
  ramp(Math.max(...generic), 0.35, 0.7) * (1 - ramp(Math.max(...wording), 0.75, 0.95));

type Place = Pick<ScenarioThreat, 'on' | 'stride'>;

/** How a threat fits a threat of the scenario: what words, place and category together make likely. */
export function fitOf(
  threat: Threat,
  right: Place,
  { wording, generic }: { readonly wording: number; readonly generic: number },
  places: PlaceJudge,
): Fit {
  const place = places.fit(threat.on, right.on);
  const category = categoryFit(threat.stride, right.stride);
  const base = { wording, place, isSameCategory: category === 'same' };
  if (wording < leastWording) return { ...base, credit: 0 };
  const odds = priorOdds + wordingOdds(wording) + placeOdds(place) + Math.log(categoryOdds[category]);
  const placed = place === null ? withoutPlace : wrongPlace + (1 - wrongPlace) * place;
  const specific = 1 - genericCost * generic;
  return {
    ...base,
    credit: surenessOf(odds) * placed * categoryCredit[category] * specific * fullness(textOf(threat)),
  };
}
