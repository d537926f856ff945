import { type Band, bands } from '#core/content/vocabulary.ts';

/** What a band is read off. Musts, shoulds and score are 0..1, the rest are counts. */
export type Standing = {
  readonly musts: number;
  readonly shoulds: number;
  readonly score: number;
  readonly misconceptions: number;
  readonly contradictedMusts: number;
};

export type BandNeed = {
  readonly what: keyof Standing;
  /** At least this for musts, shoulds and score; at most this for the others. */
  readonly limit: number;
  readonly reached: number;
};

type Standard = {
  readonly atLeast: Readonly<Record<'musts' | 'shoulds' | 'score', number>>;
  readonly atMost: Readonly<Record<'misconceptions' | 'contradictedMusts', number>>;
};

/** Each is harder than the one before. Fitted to the bands that readers gave (tools/train-judge/bands-of-labels.ts). */
const standards: Readonly<Record<Band, Standard>> = {
  'strong-no': {
    atLeast: { musts: 0, shoulds: 0, score: 0 },
    atMost: { misconceptions: Number.POSITIVE_INFINITY, contradictedMusts: Number.POSITIVE_INFINITY },
  },
  no: {
    atLeast: { musts: 0.1, shoulds: 0, score: 0.05 },
    atMost: { misconceptions: 2, contradictedMusts: Number.POSITIVE_INFINITY },
  },
  yes: {
    atLeast: { musts: 0.65, shoulds: 0, score: 0.5 },
    atMost: { misconceptions: 1, contradictedMusts: 0 },
  },
  'strong-yes': {
    atLeast: { musts: 0.72, shoulds: 0.4, score: 0.8 },
    atMost: { misconceptions: 0, contradictedMusts: 0 },
  },
};

/** The best band whose standard is met. */
export const bandOf = (standing: Standing): Band =>
  bands.findLast((band) => shortOf(band, standing).length === 0) ?? 'strong-no';

/** Where a standing falls short of a band; empty when it does not. */
export function shortOf(band: Band, standing: Standing): readonly BandNeed[] {
  const { atLeast, atMost } = standards[band];
  const need = (what: keyof Standing, limit: number): BandNeed => ({ what, limit, reached: standing[what] });
  const lows = (['musts', 'shoulds', 'score'] as const).map((what) => need(what, atLeast[what]));
  const highs = (['misconceptions', 'contradictedMusts'] as const).map((what) => need(what, atMost[what]));
  return [
    ...lows.filter(({ limit, reached }) => reached < limit),
    ...highs.filter(({ limit, reached }) => reached > limit),
  ];
}
