import { type Fluency, fluencyOf } from '../text/fluency.ts';
import type { Span } from '../text/read-text.ts';
import type { Token } from '../text/tokens.ts';

const margin = 10;
const short = 25;

/**
 * What counts as speech: `sentences`; a `list`, for points that ask for one; `notes`, against a model answer, where
 * short forms are usual.
 */
export type Manner = 'sentences' | 'list' | 'notes';

/**
 * How much a stretch of an answer reads like sentences, 0..1: word lists and shuffled words earn nothing, however
 * many right words they hold. `whole` is the fluency of the answer; for sentences the neighborhood of the stretch
 * counts too. Bounds are measured on answers of known kind: grammar is 0.38 and more in strong answers, 0.11 to 0.31 in
 * terse ones and below 0.08 in keyword lists, which are also told by `listed` (0.79 and more, others below 0.33);
 * disorder is 0.08 and more in shuffled answers and below 0.04 in others.
 */
export function sentenceLikeness(
  tokens: readonly Token[],
  whole: Fluency,
  stretch: Span,
  manner: Manner,
): number {
  if (whole.words < short) {
    const full = manner === 'notes' ? 0.12 : 0.2;
    return ramp(whole.grammar, whole.words < 6 ? -0.2 : 0, full) * ramp(-whole.disorder, -0.3, -0.15);
  }
  if (manner === 'notes') return ramp(-whole.disorder, -0.13, -0.08) * ramp(whole.grammar, 0.05, 0.15);
  const order = ramp(-whole.disorder, -0.085, -0.045);
  if (manner === 'list') return order * ramp(whole.grammar, 0.1, 0.18);
  const local = fluencyOf(
    tokens,
    Math.max(0, stretch.from - margin),
    Math.min(tokens.length, stretch.to + margin),
  );
  return (
    order *
    ramp(whole.grammar, 0.06, 0.1) *
    ramp(-whole.listed, -0.7, -0.45) *
    ramp(local.grammar, 0.02, 0.08)
  );
}

const ramp = (value: number, none: number, full: number): number =>
  Math.max(0, Math.min(1, (value - none) / (full - none)));
