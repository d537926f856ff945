import type { Result } from '#web/ui/api/types.ts';
import { bandLabels, plural } from '#web/ui/labels.ts';
import type { Entries, Entry } from './entries.ts';
import { verdictOf } from './entries.ts';

export type Scoring = NonNullable<Result['scoring']>;

/** A line of the sum that ends in the score. */
export type ScoreLine = {
  readonly text: string;
  /** The points or misconceptions that the line is about. */
  readonly about: readonly Entry[];
  readonly figure: string;
};

const tenths = (value: number): number => Math.round(value * 10) / 10;
const hundredths = (share: number): number => Math.round(share * 100);

/** A weight as it is shown: at most one decimal, and no zero behind the point. */
export const weightText = (value: number): string => String(tenths(value));

/** From the weights that were earned to the score, step by step; one line where nothing was capped or taken off. */
export function scoreLines({ tiers, cap, cost }: Scoring, entries: Entries): readonly ScoreLine[] {
  const all = [tiers.must, tiers.should, tiers.bonus];
  const share = sum(all, 'earned') / sum(all, 'needed');
  // Of the rounded parts, so that what stands above it adds up.
  const earned = weightText(all.reduce((total, tier) => total + tenths(tier.earned), 0));
  const needed = weightText(sum(all, 'needed'));
  const text =
    share >= 1
      ? `Earned ${earned}; ${needed} is enough for full marks`
      : `Earned ${earned} of the ${needed} that full marks need`;
  const lines: ScoreLine[] = [{ text, about: [], figure: String(hundredths(Math.min(1, share))) }];
  if (cap < Math.min(1, share)) lines.push(capLine(cap, entries));
  if (cost > 0) lines.push(costLine(cost, entries));
  return lines;
}

const sum = (tiers: readonly Scoring['tiers']['must'][], what: 'earned' | 'needed'): number =>
  tiers.reduce((total, tier) => total + tier[what], 0);

function capLine(cap: number, { points }: Entries): ScoreLine {
  const about = points.filter(({ view }) => view.tier === 'must' && verdictOf(view) !== 'yes');
  const figure = `≤ ${hundredths(cap)}`;
  if (about.length === 0) return { text: 'The musts are there, but not all are clear', about, figure };
  const text = about.length === 1 ? 'A must is missing or unsure' : 'Musts are missing or unsure';
  return { text, about, figure };
}

function costLine(cost: number, { misconceptions }: Entries): ScoreLine {
  const about = misconceptions.filter(({ view }) => view.overrule === null);
  return {
    text: plural(about.length, 'misconception'),
    about,
    figure: `−${hundredths(cost)}`,
  };
}

type Need = NonNullable<Scoring['next']>['needs'][number];

/** What it takes to the next better band; empty in the best. */
export function nextBandText({ next }: Scoring): string {
  if (next === null) return '';
  return `The next grade, ${bandLabels[next.band].toLowerCase()}, takes ${inWords(next.needs.map(needText))}.`;
}

function needText({ what, limit, reached }: Need): string {
  switch (what) {
    case 'musts':
    case 'shoulds':
      return `${hundredths(limit)}% of the ${what} (now ${Math.floor(reached * 100)}%)`;
    case 'score':
      return `a score of ${hundredths(limit)}`;
    case 'misconceptions':
      return limit === 0 ? 'no misconception' : `at most ${plural(limit, 'misconception')} (now ${reached})`;
    case 'contradictedMusts':
      return 'no misconception about a must';
  }
}

function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
