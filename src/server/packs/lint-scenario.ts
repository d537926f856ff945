import type { Problem } from '#core/content/problem.ts';
import { checkScenario } from '#core/content/scenario-rules.ts';
import { readManifest } from './read-pack.ts';
import { readScenario } from './read-scenario.ts';

/** Everything that is wrong with a scenario; files are named relative to the pack. */
export function lintScenario(
  folder: string,
  slug: string,
  pack = readManifest(folder).manifest?.id ?? 'unknown',
): readonly Problem[] {
  const { scenario, problems, place } = readScenario(folder, slug, pack);
  if (!scenario) return problems;
  const found = checkScenario(scenario).map(({ file, path, line, ...rest }) => ({
    ...rest,
    ...(line === undefined ? place(file, path) : { line, column: 1 }),
    file: `scenarios/${slug}/${file}`,
  }));
  return [...problems, ...found];
}
