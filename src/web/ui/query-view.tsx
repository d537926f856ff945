import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loading, Problem } from './states.tsx';

type Props<T> = {
  readonly query: UseQueryResult<T>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
};

/** Skeleton, error or data: the three states of every question to the server, in one place. */
export function QueryView<T>({ query, lines = 6, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Problem error={query.error} retry={query.refetch} />;
  return <Loading lines={lines} />;
}
