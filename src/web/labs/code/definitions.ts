import type { TextFile } from '#web/ui/api/lab-types.ts';

export type Place = { readonly file: string; readonly line: number };

const name = '([A-Za-z_$][\\w$]*)';
/** Where a name is introduced, by the look of the line; good enough within one small app. */
const patterns: Readonly<Record<string, readonly RegExp[]>> = {
  py: [new RegExp(`^\\s*(?:async\\s+)?(?:def|class)\\s+${name}`), new RegExp(`^${name}\\s*(?::[^=]+)?=[^=]`)],
  java: [
    new RegExp(`\\b(?:class|interface|record|enum)\\s+${name}`),
    new RegExp(
      `^\\s+(?:(?:public|private|protected|static|final|synchronized)\\s+)*[\\w<>\\[\\],.? ]+\\s${name}\\s*\\([^;]*$`,
    ),
    new RegExp(`\\b(?:private|public|protected|static)\\b[\\w<>\\[\\],.? ]*\\s${name}\\s*(?:=|;)`),
  ],
  go: [
    new RegExp(`^func\\s+(?:\\([^)]*\\)\\s*)?${name}`),
    new RegExp(`^\\s*type\\s+${name}`),
    new RegExp(`^(?:var|const)\\s+${name}`),
  ],
  js: [
    new RegExp(`\\b(?:function\\*?|class)\\s+${name}`),
    new RegExp(`^\\s*(?:export\\s+)?(?:const|let|var)\\s+${name}`),
    new RegExp(`^\\s{2,}(?:async\\s+|static\\s+)*${name}\\s*\\([^)]*\\)\\s*\\{`),
  ],
};
const notNames = new Set(['if', 'for', 'while', 'switch', 'catch', 'return', 'new', 'else']);
const endings: Readonly<Record<string, string>> = { mjs: 'js', cjs: 'js', ts: 'js' };

/** Names that the app's own files define, with the places where they do. */
export function definitionsIn(files: readonly TextFile[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const { path, content } of files) {
    const ending = path.split('.').at(-1) ?? '';
    const rules = patterns[endings[ending] ?? ending] ?? [];
    for (const [index, line] of content.split('\n').entries()) {
      const defined = rules.map((rule) => rule.exec(line)?.[1]).find((one) => one && !notNames.has(one));
      if (defined) found.set(defined, [...(found.get(defined) ?? []), { file: path, line: index + 1 }]);
    }
  }
  return found;
}

/** Where to jump from a name: in the same file first, and on to the next place when already at one. */
export function definitionOf(
  definitions: ReadonlyMap<string, readonly Place[]>,
  word: string,
  from: Place,
): Place | undefined {
  const places = definitions.get(word) ?? [];
  const sorted = [...places].sort((a, b) => Number(b.file === from.file) - Number(a.file === from.file));
  const here = sorted.findIndex(({ file, line }) => file === from.file && line === from.line);
  return here < 0 ? sorted[0] : sorted[(here + 1) % sorted.length];
}
