import fc from 'fast-check';
import { expect, it } from 'vitest';
import { treeOf } from './file-tree.ts';

const shown = (...paths: string[]) => treeOf(paths).map(({ name, depth }) => `${'  '.repeat(depth)}${name}`);

it('puts folders first and joins those that hold a single folder', () => {
  expect(shown('pom.xml', 'src/main/java/a/A.java', 'src/main/java/a/B.java', 'src/test/T.java')).toEqual([
    ...['src', '  main/java/a', '    A.java', '    B.java', '  test', '    T.java', 'pom.xml'],
  ]);
});

it('shows every file exactly once, whatever the paths', () => {
  const part = fc.constantFrom('a', 'b', 'c');
  const path = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join('/')}.py`);
  fc.assert(
    fc.property(fc.uniqueArray(path), (paths) => {
      const files = treeOf(paths).filter(({ folder }) => !folder);
      expect(files.map((row) => row.path).sort()).toEqual([...paths].sort());
    }),
  );
});
