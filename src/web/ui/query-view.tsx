import type { ReactNode } from 'react';
import { Loading, Problem } from './states.tsx';

type Asked<T> = {
  readonly data: T | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => unknown;
};
type Props<T> = {
  readonly query: Asked<T>;
  readonly lines?: number;
  /** The page consists of this alone, so that a problem is its heading. */
  readonly page?: boolean;
  readonly children: (data: T) => ReactNode;
};

/** Skeleton, error or data: the three states of every question to the server, in one place. */
export function QueryView<T>({ query, lines = 6, page = false, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Problem error={query.error} retry={query.refetch} page={page} />;
  return <Loading lines={lines} />;
}
