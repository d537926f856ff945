// Prints how the rules of scoring rate the points that people have ticked, against the bands those people gave: what
// the standards of the bands (core/grading/band.ts) are fitted to.
import { join } from 'node:path';
import { bands } from '#core/content/vocabulary.ts';
import { explainScore } from '#core/grading/grader.ts';
import { loadLibrary } from '#server/packs/load-library.ts';
import { grouped, quadraticKappa, spearman } from '../../bench/statistics.ts';
import { answeredQuestions, labeledAnswers } from './labeled-answers.ts';

const folder = join(import.meta.dirname, '../../content/core');
const library = loadLibrary({ folders: [{ folder, removable: false }] });
const rows = answeredQuestions().flatMap((slug) => {
  const question = library.question(slug);
  if (!question) return [];
  return labeledAnswers(slug).flatMap(({ kind, label }) => {
    if (!label) return [];
    const points = question.points.map(({ id }) => {
      const made = id in (label.points ?? {});
      const met = label.unsure?.includes(id)
        ? ('unsure' as const)
        : made
          ? ('yes' as const)
          : ('no' as const);
      return { id, met, probability: made ? 0.95 : 0.05 };
    });
    const misconceptions = Object.keys(label.misconceptions ?? {}).map((id) => ({ id }));
    const { score, band, tiers } = explainScore(question, { points, misconceptions });
    const musts = tiers.must.total === 0 ? 1 : tiers.must.earned / tiers.must.total;
    return [
      {
        slug,
        kind,
        score,
        musts,
        held: misconceptions.length,
        said: bands.indexOf(band),
        truth: bands.indexOf(label.band),
      },
    ];
  });
});
for (const truth of [0, 1, 2, 3])
  console.log(
    bands[truth]?.padEnd(12),
    [0, 1, 2, 3]
      .map((said) =>
        String(rows.filter((row) => row.truth === truth && row.said === said).length).padStart(5),
      )
      .join(''),
  );
console.log(
  'QWK',
  quadraticKappa(
    rows.map(({ said, truth }) => [said, truth]),
    4,
  ).toFixed(3),
);
console.log('Spearman', spearman(rows.map(({ score, truth }) => [score, truth])).toFixed(3));
for (const [name, own] of grouped(rows, ({ said, truth }) => `${bands[truth]} rated ${bands[said]}`))
  if (own[0]?.said !== own[0]?.truth)
    for (const { slug, kind, score, musts, held } of own.slice(0, 12))
      console.log(
        `  ${name}: ${slug} ${kind} score ${score.toFixed(2)} musts ${musts.toFixed(2)} misconceptions ${held}`,
      );
