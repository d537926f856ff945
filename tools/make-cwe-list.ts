// Writes src/core/review/cwe/weaknesses.ts from the official XML of the CWE list:
//   node setup/with-node.mjs tools/make-cwe-list.ts cwec_v4.x.xml
import { readFileSync, writeFileSync } from 'node:fs';

const researchView = '1000';
/** Added to the list after the version that was read; dropped once the XML has them. */
const later = [
  { id: 1427, name: 'Improper Neutralization of Input Used for LLM Prompting', level: 'base', parents: [77] },
];

type Weakness = { id: number; name: string; level: string; parents: number[] };

const file = process.argv[2];
if (file === undefined) throw new Error('Name the XML file of the CWE list.');
const xml = readFileSync(file, 'utf8');
const catalog = /<Weakness_Catalog[^>]*\bVersion="([^"]+)"[^>]*\bDate="([^"]+)"/.exec(xml);
if (!catalog) throw new Error('This is not the XML of the CWE list.');

const entries = [...xml.matchAll(/<Weakness ID="(\d+)"([^>]*)>([\s\S]*?)<\/Weakness>/g)].flatMap(readEntry);
const known = new Set(entries.map(({ id }) => id));
const all = [...entries, ...later.filter(({ id }) => !known.has(id))].sort((a, b) => a.id - b.id);

function readEntry([, id, attributes = '', body = '']: RegExpExecArray): Weakness[] {
  const attribute = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
  if (attribute('Status') === 'Deprecated') return [];
  const parents = [...body.matchAll(/<Related_Weakness\b([^>]*)\/>/g)]
    .map(([, relation = '']) => relation)
    .filter((relation) => relation.includes('"ChildOf"') && relation.includes(`View_ID="${researchView}"`))
    .map((relation) => Number(/CWE_ID="(\d+)"/.exec(relation)?.[1]));
  const name = withoutEntities(attribute('Name'));
  return [{ id: Number(id), name, level: attribute('Abstraction').toLowerCase(), parents }];
}

function withoutEntities(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const rows = all.map(
  ({ id, name, level, parents }) =>
    `  [${id}, ${JSON.stringify(name)}, '${level}', [${parents.join(', ')}]],`,
);
writeFileSync(
  new URL('../src/core/review/cwe/weaknesses.ts', import.meta.url),
  `// Made by tools/make-cwe-list.ts; do not edit. From the CWE list ${catalog[1]} of ${catalog[2]}.
//
// Copyright 2006-${catalog[2]?.slice(0, 4)}, The MITRE Corporation. CWE is a trademark of The MITRE Corporation.
// CWE is free to use by any organization or individual for any research, development, and/or commercial purposes,
// per these CWE Terms of Use. Accordingly, The MITRE Corporation hereby grants you a non-exclusive, royalty-free
// license to use CWE for research, development, and commercial purposes. Any copy you make for such purposes is
// authorized on the condition that you reproduce MITRE's copyright designation and this license in any such copy.
import type { WeaknessRow } from './weakness.ts';

/** All weaknesses but deprecated ones, by id. */
export const weaknessRows: readonly WeaknessRow[] = [
${rows.join('\n')}
];
`,
);
console.log(`${all.length} weaknesses, CWE ${catalog[1]}`);
