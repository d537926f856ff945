import type { Tier } from '#core/content/vocabulary.ts';
import type { LabExplanation } from '#web/ui/api/lab-types.ts';
import { fromIdentifier } from '#web/ui/labels.ts';
import type { Quoted } from '#web/ui/quotes/quoted.ts';

export type ExplanationEntry = Quoted & {
  readonly kind: 'point' | 'misconception' | 'flag';
  readonly claim: string;
  /** Why it counts or not, or what would be right. */
  readonly because: string;
  readonly verdict: 'yes' | 'no' | 'unsure';
  readonly tier: Tier | null;
};

type Quotes = LabExplanation['points'][number]['quotes'];

const tones = { yes: 'met', unsure: 'unsure', no: 'none' } as const;

/** What the grader heard, with its quotes as far as they still stand in the answer. */
export function explanationEntries(
  { points, misconceptions, flags }: LabExplanation,
  answer: string,
): readonly ExplanationEntry[] {
  const standing = (quotes: Quotes) =>
    quotes.filter(({ start, end, text }) => answer.slice(start, end) === text);
  const wrong = { tone: 'wrong', verdict: 'no', tier: null } as const;
  return [
    ...misconceptions.map(({ id, claim, correction, quotes }, index) => ({
      ...wrong,
      ...{ key: `misconception:${id}`, kind: 'misconception' as const, label: `M${index + 1}` },
      ...{ claim, because: `Rather: ${correction}`, quotes: standing(quotes) },
    })),
    ...flags.map(({ id, quotes }, index) => ({
      ...wrong,
      ...{ key: `flag:${id}`, kind: 'flag' as const, label: `F${index + 1}` },
      ...{
        claim: fromIdentifier(id),
        because: 'A way of talking that loses offers.',
        quotes: standing(quotes),
      },
    })),
    ...points.map(({ id, tier, claim, met, because, quotes }, index) => ({
      ...{ key: `point:${id}`, kind: 'point' as const, label: String(index + 1), tier, claim, because },
      ...{ quotes: standing(quotes), tone: tones[met], verdict: met },
    })),
  ];
}
