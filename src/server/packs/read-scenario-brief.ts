import { type ScenarioBrief, scenarioHead } from '#core/content/scenario.ts';
import { readSourceFile } from './source-file.ts';
import { sectionsOf } from './yaml-sections.ts';
import { parseYaml } from './yaml-source.ts';

export type ScenarioPlace = { readonly folder: string; readonly slug: string; readonly pack: string };

const headKeys: ReadonlySet<string> = new Set(Object.keys(scenarioHead.shape));

/** Reads only what may be seen before the round is over; `undefined` when a part of that is missing or has an error. */
export function readScenarioBrief({ folder, slug, pack }: ScenarioPlace): ScenarioBrief | undefined {
  const file = `scenarios/${slug}/scenario.yaml`;
  const described = readSourceFile(folder, file);
  const brief = readSourceFile(folder, `scenarios/${slug}/brief.md`);
  if ('problem' in described || 'problem' in brief) return undefined;
  const { value } = parseYaml({ file, text: sectionsOf(described.source.text, headKeys) }, scenarioHead);
  return value && { ...value, slug, pack, brief: brief.source.text.trimEnd() };
}
