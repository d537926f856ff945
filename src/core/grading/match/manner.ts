import type { CompiledPoint } from './compile-rubric.ts';
import type { Manner } from './sentence-likeness.ts';

/** Points that need this many groups may be made by a list. */
const listFrom = 5;

/** What counts as speech where a point is concerned. */
export function mannerOf({ groups, need }: CompiledPoint): Manner {
  if (groups.length === 0) return 'notes';
  return need >= listFrom ? 'list' : 'sentences';
}
