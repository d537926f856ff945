import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bands } from '#core/content/vocabulary.ts';
import type { ContentLibrary } from '#server/packs/library.ts';
import { f1, kappa, quadraticKappa } from '../../bench/statistics.ts';
import { labeledAnswers } from './labeled-answers.ts';

const second = join(import.meta.dirname, 'data/labels-second');

/** How far two readers agree on the answers that both have labeled; points that one of them left open do not count. */
export function readerAgreement(library: Pick<ContentLibrary, 'question'>) {
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
  const rated = pairs.map(
    ({ label, other }) => [bands.indexOf(label.band), bands.indexOf(other.band)] as const,
  );
  return {
    questions: slugs.length,
    answers: pairs.length,
    points: points.length,
    f1: f1(points),
    kappa: kappa(points),
    misconceptionsF1: f1(mistakes),
    bandsQuadraticKappa: quadraticKappa(rated, bands.length),
  };
}
