export type TreeRow = {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly folder: boolean;
};

/** The rows of a file tree in reading order: folders before files, each folder followed by what is in it. */
export function treeOf(paths: readonly string[]): readonly TreeRow[] {
  return rowsBelow('', [...paths].sort(), 0);
}

function rowsBelow(prefix: string, paths: readonly string[], depth: number): TreeRow[] {
  const inside = paths.filter((path) => path.startsWith(prefix));
  const names = new Set(inside.map((path) => path.slice(prefix.length).split('/')[0] ?? ''));
  const isFolder = (name: string): boolean => inside.some((path) => path.startsWith(`${prefix}${name}/`));
  const folders = [...names].filter(isFolder);
  const files = [...names].filter((name) => !isFolder(name));
  return [
    ...folders.flatMap((name) => joined(prefix, name, inside, depth)),
    ...files.map((name) => ({ path: prefix + name, name, depth, folder: false })),
  ];
}

/** A folder that holds one folder only is shown in one row with it, as `src/main/java`. */
function joined(prefix: string, name: string, paths: readonly string[], depth: number): TreeRow[] {
  let path = `${prefix}${name}`;
  for (;;) {
    const inside = paths.filter((one) => one.startsWith(`${path}/`)).map((one) => one.slice(path.length + 1));
    const heads = new Set(inside.map((one) => one.split('/')[0]));
    const [only] = heads;
    if (heads.size !== 1 || only === undefined || inside.includes(only)) break;
    path = `${path}/${only}`;
  }
  const shown = path.slice(prefix.length);
  return [{ path, name: shown, depth, folder: true }, ...rowsBelow(`${path}/`, paths, depth + 1)];
}
