import { useMemo, useState } from 'react';
import type { TextFile } from '#web/ui/api/lab-types.ts';
import type { Target } from '../code/code-editor.tsx';
import { definitionOf, definitionsIn } from '../code/definitions.ts';

type OpenFile = {
  readonly path: string;
  readonly target: Target | null;
  readonly open: (path: string, first?: number, last?: number) => void;
  readonly goToDefinition: (word: string, line: number) => boolean;
};

const notCode = /(^|\/)(readme|license|dockerfile|makefile|\.|package\.json|go\.mod|pom\.xml)/i;
const notProduct = /(^|\/)(tests?|spec)\//i;

/** The file to begin with: code of the product rather than a README or a test. */
function firstOf(files: readonly TextFile[]): string {
  const product = files.find(({ path }) => !notCode.test(path) && !notProduct.test(path));
  return (product ?? files[0])?.path ?? '';
}

/** Which file is open and where in it one looks. */
export function useOpenFile(files: readonly TextFile[], beginWith?: string): OpenFile {
  const [path, setPath] = useState(() => beginWith ?? firstOf(files));
  const [target, setTarget] = useState<Target | null>(null);
  const definitions = useMemo(() => definitionsIn(files), [files]);
  const open = (next: string, first?: number, last = first): void => {
    setPath(next);
    setTarget(first === undefined ? null : { first, last: last ?? first, focus: true });
  };
  const goToDefinition = (word: string, line: number): boolean => {
    const place = definitionOf(definitions, word, { file: path, line });
    if (!place) return false;
    open(place.file, place.line);
    return true;
  };
  return { path, target, open, goToDefinition };
}
