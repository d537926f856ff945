import { readAccuracyCard } from '#server/grading/accuracy-card.ts';
import type { AccuracyCard } from '#server/routes/schemas/accuracy.ts';

/** Prints the accuracy card of the readers that are shipped. */
export function showAccuracy(asJson: boolean): void {
  const card = readAccuracyCard();
  if (!card)
    throw new Error(
      'The accuracy card is missing or damaged: models/judge/accuracy.json. Restore it from the repository.',
    );
  console.log(asJson ? JSON.stringify(card, null, 2) : cardText(card));
}

const titles = { lexical: 'Words alone', judge: 'Judge alone', both: 'Both, as shipped' } as const;
const nothing = 'no point made, none found';

function cardText(card: AccuracyCard): string {
  const { people } = card;
  return [
    `Measured ${card.measured} on ${card.answers} answers to ${card.questions} questions, each read by a judge that was`,
    'trained on none of its question. How they were written and labeled: tools/train-judge/README.md.',
    ...(people
      ? [
          `Two readers who labeled the same answers agree on points with F1 ${people.f1}, kappa ${people.kappa}.`,
        ]
      : []),
    ...(['lexical', 'judge', 'both'] as const).flatMap((reader) => [
      '',
      titles[reader],
      ...card.readers[reader].map(
        ({ what, value, target, atLeast }) =>
          `  ${what.padEnd(58)} ${value.toFixed(3).padStart(7)}  ${atLeast ? 'at least' : 'at most '} ${target}  ${(atLeast ? value >= target : value <= target) ? '' : 'missed'}`,
      ),
    ]),
    ...(['formats', 'tiers', 'kinds'] as const).flatMap((group) => [
      '',
      `Both, by ${group.slice(0, -1)}`,
      ...Object.entries(card[group]).map(
        ([name, { points, f1, kappa }]) =>
          `  ${name.padEnd(22)} ${kappa === null ? nothing : `F1 ${f1.toFixed(3)}  kappa ${kappa.toFixed(3)}`}  (${points} points)`,
      ),
    ]),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}
