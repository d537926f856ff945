import type { LabExplanation } from '#web/ui/api/lab-types.ts';
import type { Quoted } from '#web/ui/quotes/quoted.ts';

type Point = LabExplanation['points'][number];
type Misconception = LabExplanation['misconceptions'][number];
type Flag = LabExplanation['flags'][number];

/** A part of the grade, with its quotes as far as they still stand in the answer. */
export type ExplanationEntry = Quoted &
  (
    | { readonly kind: 'point'; readonly view: Point }
    | { readonly kind: 'misconception'; readonly view: Misconception }
    | { readonly kind: 'flag'; readonly view: Flag }
  );

const tones = { yes: 'met', unsure: 'unsure', no: 'none' } as const;

/** What the grader heard, what is wrong first. */
export function explanationEntries(
  { points, misconceptions, flags }: LabExplanation,
  answer: string,
): readonly ExplanationEntry[] {
  const standing = ({ quotes }: { readonly quotes: Point['quotes'] }) =>
    quotes.filter(({ start, end, text }) => answer.slice(start, end) === text);
  const wrong = 'wrong' as const;
  return [
    ...misconceptions.map((view, index) => ({
      ...{ key: `misconception:${view.id}`, kind: 'misconception' as const, label: `M${index + 1}` },
      ...{ view, quotes: standing(view), tone: wrong },
    })),
    ...flags.map((view, index) => ({
      ...{ key: `flag:${view.id}`, kind: 'flag' as const, label: `F${index + 1}` },
      ...{ view, quotes: standing(view), tone: wrong },
    })),
    ...points.map((view, index) => ({
      ...{ key: `point:${view.id}`, kind: 'point' as const, label: String(index + 1) },
      ...{ view, quotes: standing(view), tone: tones[view.met] },
    })),
  ];
}
