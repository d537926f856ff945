import { briefOf, type LabBrief, labHead } from '#core/content/lab.ts';
import { readSourceFile } from './source-file.ts';
import { sectionsOf } from './yaml-sections.ts';
import { parseYaml } from './yaml-source.ts';

export type LabPlace = { readonly folder: string; readonly slug: string; readonly pack: string };

const headKeys: ReadonlySet<string> = new Set(Object.keys(labHead.shape));

/** Reads only what stands in the list of labs, a small part of `lab.yaml`; `undefined` when it has an error. */
export function readLabBrief({ folder, slug, pack }: LabPlace): LabBrief | undefined {
  const file = `labs/${slug}/lab.yaml`;
  const read = readSourceFile(folder, file);
  if ('problem' in read) return undefined;
  const { value } = parseYaml({ file, text: sectionsOf(read.source.text, headKeys) }, labHead);
  return value && briefOf({ ...value, slug, pack });
}
