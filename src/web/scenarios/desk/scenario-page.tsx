import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import type { ScenarioSession, ScenarioView } from '#web/ui/api/scenario-types.ts';
import { QueryView } from '#web/ui/query-view.tsx';
import { FollowUps } from '../follow-ups/follow-ups.tsx';
import { RoundResult } from '../result/round-result.tsx';
import { RoundDesk } from './round-desk.tsx';
import { ScenarioIntro } from './scenario-intro.tsx';

export function ScenarioPage() {
  const { slug } = useParams({ from: '/scenarios/$slug' });
  const { session } = useSearch({ from: '/scenarios/$slug' });
  const query = useQuery(scenarioQueries.scenario(slug));
  return (
    <QueryView page query={query} lines={6}>
      {(scenario) => <Scenario key={`${slug} ${session ?? ''}`} scenario={scenario} session={session} />}
    </QueryView>
  );
}

type Props = { readonly scenario: ScenarioView; readonly session: string | undefined };

/** The session that the address names; without one the candidate starts or resumes. */
function Scenario({ scenario, session }: Props) {
  if (session === undefined) return <ScenarioIntro scenario={scenario} />;
  return <Opened scenario={scenario} id={session} />;
}

function Opened({ scenario, id }: { readonly scenario: ScenarioView; readonly id: string }) {
  const query = useQuery(scenarioQueries.session(id));
  return (
    <QueryView page query={query} lines={8}>
      {(session) => <Session scenario={scenario} session={session} />}
    </QueryView>
  );
}

type SessionProps = { readonly scenario: ScenarioView; readonly session: ScenarioSession };

function Session({ scenario, session }: SessionProps) {
  // Whoever comes back to an untimed round goes on when they write; the clock of an exam does not wait.
  const [isRunning] = useState(session.mode === 'exam' || session.revision === 0);
  switch (session.state) {
    case 'open':
      return <RoundDesk scenario={scenario} session={session} isRunning={isRunning} />;
    case 'asked':
      return <FollowUps scenario={scenario} session={session} />;
    case 'closed':
      return <RoundResult scenario={scenario} session={session} />;
  }
}
