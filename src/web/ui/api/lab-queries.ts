import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { labCalls } from './lab-calls.ts';

export const labQueries = {
  labs: () => queryOptions({ queryKey: ['labs'], queryFn: labCalls.labs }),
  lab: (slug: string) => queryOptions({ queryKey: ['labs', slug], queryFn: () => labCalls.lab(slug) }),
  sessions: () => queryOptions({ queryKey: ['lab-sessions'], queryFn: labCalls.sessions }),
  session: (id: string) =>
    queryOptions({ queryKey: ['lab-session', id], queryFn: () => labCalls.session(id) }),
  app: (id: string) => queryOptions({ queryKey: ['lab-app', id], queryFn: () => labCalls.app(id) }),
  weaknesses: (q: string) =>
    queryOptions({
      queryKey: ['weaknesses', q],
      queryFn: () => labCalls.weaknesses(q),
      staleTime: 300_000,
      placeholderData: keepPreviousData,
    }),
};

/** How far the candidate came in labs is to be asked anew. */
export function forgetLabProgress(client: QueryClient): void {
  for (const key of ['labs', 'lab-sessions']) void client.invalidateQueries({ queryKey: [key] });
}
