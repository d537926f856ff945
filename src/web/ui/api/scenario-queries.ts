import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { scenarioCalls } from './scenario-calls.ts';

export const scenarioQueries = {
  scenarios: () => queryOptions({ queryKey: ['scenarios'], queryFn: scenarioCalls.scenarios }),
  scenario: (slug: string) =>
    queryOptions({ queryKey: ['scenarios', slug], queryFn: () => scenarioCalls.scenario(slug) }),
  sessions: () => queryOptions({ queryKey: ['scenario-sessions'], queryFn: scenarioCalls.sessions }),
  session: (id: string) =>
    queryOptions({ queryKey: ['scenario-session', id], queryFn: () => scenarioCalls.session(id) }),
};

/** How far the candidate came in design rounds is to be asked anew. */
export function forgetScenarioProgress(client: QueryClient): void {
  for (const key of ['scenarios', 'scenario-sessions']) void client.invalidateQueries({ queryKey: [key] });
}
