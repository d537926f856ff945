import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#core/content/problem.ts';
import { identifier } from '#core/content/question.ts';
import { fileProblem, strayFile } from './source-file.ts';

/** The files of one scenario, in name order, with paths relative to the pack. */
export type ScenarioFiles = { readonly files: readonly string[]; readonly problems: readonly Problem[] };

const expected = /^(?:scenario\.yaml|brief\.md|reference-[a-z0-9]+(?:-[a-z0-9]+)*\.json)$/;
/** More than any honest scenario holds. */
const mostFiles = 20;

/** Lists the files of the scenario `scenarios/<slug>`; names that have no place there are problems. */
export function listScenario(folder: string, slug: string): ScenarioFiles {
  const root = `scenarios/${slug}`;
  const failed = (rule: string, message: string, mend: string): ScenarioFiles => ({
    files: [],
    problems: [fileProblem(root, rule, message, mend)],
  });
  if (!identifier.safeParse(slug).success) {
    const mend = 'Use lower-case words joined by hyphens.';
    return failed('scenario-name', 'The name of a scenario is no identifier.', mend);
  }
  const entries = entriesOf(join(folder, root));
  if (!entries) {
    const mend = 'Name a folder below scenarios/ that holds scenario.yaml.';
    return failed('no-scenario', `There is no scenario "${slug}".`, mend);
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  const names = visible.map(({ name }) => name).filter((name) => expected.test(name));
  const strays = visible
    .filter(({ name }) => !expected.test(name))
    .map(({ name }) => strayFile(`${root}/${name}`, 'A scenario'));
  if (names.length > mostFiles)
    return failed('too-many-files', `The scenario has more than ${mostFiles} files.`, 'Make it smaller.');
  return { files: names.map((name) => `${root}/${name}`), problems: strays };
}

function entriesOf(folder: string): Dirent[] | undefined {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
}
