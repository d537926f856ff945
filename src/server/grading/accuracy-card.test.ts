import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures-for-tests.ts';
import { readAccuracyCard } from './accuracy-card.ts';

const agreement = { points: 40, f1: 0.8, kappa: 0.7 };
const card = {
  measured: '2026-11-25',
  questions: 2,
  answers: 20,
  people: agreement,
  readers: { lexical: [], judge: [], both: [{ what: 'points F1', value: 0.8, target: 0.85, atLeast: true }] },
  formats: { explain: agreement },
  tiers: { must: agreement },
  kinds: { strong: agreement, 'off-topic': { points: 40, f1: 0, kappa: Number.NaN } },
};

function readBack(text: string) {
  using folder = temporaryFolder();
  writeFileSync(join(folder.path, 'accuracy.json'), text);
  return readAccuracyCard(folder.path);
}

it('reads a card on which some kind of answer makes no point and none was found', () => {
  expect(readBack(JSON.stringify(card))?.kinds).toMatchObject({
    strong: agreement,
    'off-topic': { kappa: null },
  });
});

it.each([
  ['broken JSON', JSON.stringify(card).slice(0, -9)],
  ['a figure missing', JSON.stringify({ ...card, readers: undefined })],
])('gives no card for %s', (_, text) => {
  expect(readBack(text)).toBeUndefined();
});
