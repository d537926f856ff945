import type { PointReading } from './judge-point.ts';
import { verdictOf } from './judge-point.ts';

/** One sentence for the candidate: why the point counts as made, not made, or open. */
export function because(reading: PointReading): string {
  switch (verdictOf(reading.probability)) {
    case 'yes':
      return 'The quoted words make this point.';
    case 'unsure':
      return doubt(reading);
    case 'no':
      return lack(reading);
  }
}

function doubt({ features }: PointReading): string {
  if (features.hedged === 1)
    return 'The quoted words touch this, but you say yourself that you are not sure.';
  if (features.filled === 0) return 'The quoted words make a part of this point; the rest was not found.';
  return 'The quoted words may make this point; read them against the claim yourself.';
}

function lack({ features, fluent, window }: PointReading): string {
  if (!window) return 'Nothing in the answer speaks of this.';
  if (fluent < 0.5 && features.filled === 1)
    return 'The right words are there, but not in sentences that say something about them.';
  if (features.anti === 1 || (features.mismatch > 0.5 && features.recall > 0.3))
    return 'The answer comes to this subject but says the opposite.';
  if (features.hedged === 1) return 'You mention the subject and say that you do not know.';
  if (features.slots > 0.4) return 'The answer touches the subject without making the point.';
  return 'The answer does not say this.';
}
