import type { Tier } from '#core/content/vocabulary.ts';

/** The numbers that grading goes by; docs/decisions/019 says why. */
export const tierWeights: Readonly<Record<Tier, number>> = { must: 3, should: 2, bonus: 1 };

/** Something to have, and how far it is there, 0..1. */
export type Credit = { readonly tier: Tier; readonly credit: number };

type Terms = {
  /** Points of weight that are earned beside. */
  readonly extra?: number;
  /** The share of the bonuses that full marks ask for. */
  readonly bonuses?: number;
};

/**
 * What is earned of what is needed, 0..1: musts, shoulds and half of the bonuses, unless told otherwise; what is
 * earned beyond makes up for losses.
 */
export function tierShare(credits: readonly Credit[], { extra = 0, bonuses = 0.5 }: Terms = {}): number {
  let earned = extra;
  let needed = 0;
  for (const { tier, credit } of credits) {
    earned += tierWeights[tier] * credit;
    needed += tierWeights[tier] * (tier === 'bonus' ? bonuses : 1);
  }
  return needed === 0 ? 1 : Math.min(1, earned / needed);
}

/** The most that is left, 0..1, while musts are missing: the same rule as for answers. */
export function mustCap(credits: readonly Credit[]): number {
  const musts = credits.filter(({ tier }) => tier === 'must');
  if (musts.length === 0) return 1;
  return 0.1 + 0.9 * Math.min(1, tierShare(musts) + 0.06);
}

/** 0 up to `none`, 1 from `full`, even between. */
export const ramp = (value: number, none: number, full: number): number =>
  Math.max(0, Math.min(1, (value - none) / (full - none)));

export const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** "3 of 4 musts". */
export function counted(credits: readonly Credit[]): string {
  const of = (tier: Tier): string[] => {
    const own = credits.filter((item) => item.tier === tier);
    const found = own.filter(({ credit }) => credit >= 0.5).length;
    return own.length === 0 ? [] : [`${found} of ${own.length} ${tier === 'bonus' ? 'bonuses' : `${tier}s`}`];
  };
  return [...of('must'), ...of('should'), ...of('bonus')].join(', ');
}
