// Whether the grader puts the threat models of candidates in the order in which two readers put them. Their scores
// are in `candidates/<scenario>/ranking-*.yaml`; neither writers nor readers saw the grader. `--json FILE` writes the
// figures, `--list` prints every score.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { modelGrader } from '#core/threat-model/grading/grade-model.ts';
import { buildWording } from '#server/grading/wording.ts';
import { openLibrary } from '#server/packs/load-library.ts';
import { readCandidates } from './candidates/read-candidate.ts';
import { printResults } from './results.ts';
import { mean, spearman } from './statistics.ts';

const folder = join(import.meta.dirname, 'candidates');
const rankingFile = z.strictObject({ scores: z.record(z.string(), z.number()) });
const library = openLibrary({
  folders: [{ folder: join(import.meta.dirname, '../content/core'), removable: false }],
});
const wording = buildWording(library);

function scoresOf(slug: string): ReadonlyMap<string, number> {
  const scenario = library.scenario(slug);
  if (!scenario) throw new Error(`There is no scenario ${slug}.`);
  const grade = modelGrader(scenario, library.threatRules, wording);
  return new Map(
    readCandidates(slug).map(({ name, reading }) => {
      if (!reading.ok) throw new Error(`${slug}/${name} cannot be read.`);
      return [name, grade({ model: reading.model }).score];
    }),
  );
}

const rankingsOf = (slug: string): readonly Readonly<Record<string, number>>[] =>
  readdirSync(join(folder, slug))
    .filter((file) => /^ranking-\w+\.yaml$/.test(file))
    .map((file) => rankingFile.parse(parse(readFileSync(join(folder, slug, file), 'utf8'))).scores);

const slugs = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const measured = slugs.flatMap((slug) => {
  const scores = scoresOf(slug);
  const rankings = rankingsOf(slug);
  const [first, second] = rankings;
  const names = [...scores.keys()];
  const both = (name: string): number => mean(rankings.map((ranking) => ranking[name] ?? 0));
  if (process.argv.includes('--list'))
    for (const name of names.toSorted((a, b) => both(b) - both(a)))
      console.log(slug, name, Math.round(both(name)), scores.get(name)?.toFixed(3));
  const graded = spearman(names.map((name) => [scores.get(name) ?? 0, both(name)] as const));
  const agreed =
    first && second ? spearman(names.map((name) => [first[name] ?? 0, second[name] ?? 0])) : Number.NaN;
  return [
    { what: `${slug}: grader against readers`, value: graded, unit: '', target: 0.85, atLeast: true },
    { what: `${slug}: reader against reader`, value: agreed, unit: '' },
  ];
});
printResults('Candidates’ threat models: rank correlation (Spearman)', measured);
