import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { triageCalls } from './triage-calls.ts';

export const triageQueries = {
  sets: () => queryOptions({ queryKey: ['triage'], queryFn: triageCalls.sets }),
  set: (slug: string) => queryOptions({ queryKey: ['triage', slug], queryFn: () => triageCalls.set(slug) }),
  sessions: () => queryOptions({ queryKey: ['triage-sessions'], queryFn: triageCalls.sessions }),
  session: (id: string) =>
    queryOptions({ queryKey: ['triage-session', id], queryFn: () => triageCalls.session(id) }),
};

/** How far the candidate came in triage is to be asked anew. */
export function forgetTriageProgress(client: QueryClient): void {
  for (const key of ['triage', 'triage-sessions']) void client.invalidateQueries({ queryKey: [key] });
}
