import type { Quote } from '#core/grading/grade.ts';
import { type Mark, stretchesOf } from './segments.ts';

/** Something that may own words of an answer, numbered as in the margin. */
export type Quoted = {
  /** `point:csrf-token`: also the key of its marks. */
  readonly key: string;
  readonly label: string;
  readonly quotes: readonly Quote[];
  readonly tone: 'met' | 'unsure' | 'wrong' | 'none';
};

type Marked = Pick<Quoted, 'key' | 'quotes'>;

export const marksOf = (entries: readonly Marked[]): readonly Mark[] =>
  entries.flatMap((entry) => entry.quotes.map(({ start, end }) => ({ id: entry.key, start, end })));

/** Where the stretch of marked words ends that a quote of the entry is part of. */
export function stretchEnd(entry: Marked, quote: Quote): number {
  const holds = ({ start, end }: Mark): boolean => start <= quote.start && quote.end <= end;
  return stretchesOf(marksOf([entry])).find(holds)?.end ?? quote.end;
}
