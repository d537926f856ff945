import { type QueryClient, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { forgetScenarioProgress, scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import { Goes } from '#web/ui/goes.tsx';
import type { Column } from '#web/ui/record-table.tsx';
import { modeLabels, points } from './scenario-labels.ts';

const columns: readonly Column[] = [{ title: 'Mode' }, { title: 'State' }, { title: 'Score', figure: true }];

const states = { open: 'Open', asked: 'Handed in', closed: 'Graded' } as const;

const deletion = {
  lost: 'The model, the questions and the grade',
  remove: scenarioCalls.remove,
  onGone: (client: QueryClient, id: string): void => {
    client.removeQueries({ queryKey: scenarioQueries.session(id).queryKey });
    forgetScenarioProgress(client);
  },
};

type Props = { /** Only the goes at this scenario. */ readonly scenario?: string };

/** The goes at scenarios, newest first; nothing where there is none. */
export function ScenarioSessions({ scenario }: Props) {
  const { data } = useQuery(scenarioQueries.sessions());
  return (
    <Goes
      title={scenario === undefined ? 'Design rounds' : 'Before'}
      at="Scenario"
      goes={(data?.items ?? []).filter((each) => scenario === undefined || each.scenario === scenario)}
      link={({ id, scenario: slug, title, mode }) => (
        <Link
          to={mode === 'spot' ? '/scenarios/$slug/spot' : '/scenarios/$slug'}
          params={{ slug }}
          search={{ session: id }}
        >
          {title}
        </Link>
      )}
      columns={columns}
      cells={({ mode, state, score }) => (
        <>
          <td>{modeLabels[mode]}</td>
          <td>{states[state]}</td>
          <td className="figure number">{score === null ? '' : points(score)}</td>
        </>
      )}
      deletion={deletion}
    />
  );
}
