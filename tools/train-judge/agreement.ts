// Prints how far two readers agree on the answers that both have labeled.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bands } from '#core/content/vocabulary.ts';
import { loadLibrary } from '#server/packs/load-library.ts';
import { f1, kappa, quadraticKappa } from '../../bench/statistics.ts';
import { labeledAnswers } from './labeled-answers.ts';

const folder = join(import.meta.dirname, '../../content/core');
const library = loadLibrary({ folders: [{ folder, removable: false }] });
const second = join(import.meta.dirname, 'data/labels-second');
const slugs = existsSync(second) ? readdirSync(second).map((file) => file.replace(/\.yaml$/, '')) : [];

const pairs = slugs.flatMap((slug) => {
  const others = new Map(labeledAnswers(slug, 'labels-second').map(({ code, label }) => [code, label]));
  return labeledAnswers(slug).flatMap(({ code, label }) => {
    const other = others.get(code);
    return label && other ? [{ slug, label, other }] : [];
  });
});
const points = pairs.flatMap(({ slug, label, other }) =>
  (library.question(slug)?.points ?? [])
    .filter(({ id }) => !label.unsure?.includes(id) && !other.unsure?.includes(id))
    .map(({ id }) => ({ said: id in (other.points ?? {}), truth: id in (label.points ?? {}) })),
);
const mistakes = pairs.flatMap(({ slug, label, other }) =>
  (library.question(slug)?.misconceptions ?? []).map(({ id }) => ({
    said: id in (other.misconceptions ?? {}),
    truth: id in (label.misconceptions ?? {}),
  })),
);
const round = (value: number): number => Math.round(value * 1000) / 1000;
console.log(
  JSON.stringify({
    questions: slugs.length,
    answers: pairs.length,
    points: points.length,
    f1: round(f1(points)),
    kappa: round(kappa(points)),
    misconceptionsF1: round(f1(mistakes)),
    bandsQuadraticKappa: round(
      quadraticKappa(
        pairs.map(({ label, other }) => [bands.indexOf(label.band), bands.indexOf(other.band)]),
        bands.length,
      ),
    ),
  }),
);
