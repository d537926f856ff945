import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { forgetScenarioProgress, scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import type { ScenarioView } from '#web/ui/api/scenario-types.ts';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Problem } from '#web/ui/states.tsx';
import styles from './spot.module.css';
import { SpotDesk } from './spot-desk.tsx';
import { SpotResult } from './spot-result.tsx';

export function SpotPage() {
  const { slug } = useParams({ from: '/scenarios/$slug/spot' });
  const { session } = useSearch({ from: '/scenarios/$slug/spot' });
  const query = useQuery(scenarioQueries.scenario(slug));
  return (
    <QueryView page query={query} lines={6}>
      {(scenario) =>
        session === undefined ? (
          <SpotIntro scenario={scenario} />
        ) : (
          <Opened key={session} scenario={scenario} id={session} />
        )
      }
    </QueryView>
  );
}

function Opened({ scenario, id }: { readonly scenario: ScenarioView; readonly id: string }) {
  const query = useQuery(scenarioQueries.session(id));
  return (
    <QueryView page query={query} lines={8}>
      {(session) => {
        if (!session.spot) return <p>This is a design round and no exercise.</p>;
        return session.state === 'open' ? (
          <SpotDesk scenario={scenario} session={session} spot={session.spot} />
        ) : (
          <SpotResult scenario={scenario} session={session} spot={session.spot} />
        );
      }}
    </QueryView>
  );
}

function SpotIntro({ scenario }: { readonly scenario: ScenarioView }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => scenarioCalls.start(scenario.slug, 'spot'),
    onSuccess: (session) => {
      client.setQueryData(scenarioQueries.session(session.id).queryKey, session);
      forgetScenarioProgress(client);
      void navigate({
        to: '/scenarios/$slug/spot',
        params: { slug: scenario.slug },
        search: { session: session.id },
      });
    },
  });
  return (
    <Page title="Spot the invalid threat" lead={scenario.title}>
      <MarkdownText text={scenario.brief} firstHeading={2} />
      <div className={styles.intro}>
        <p>
          You get a list of threats to this system. Some are real; some sound right and cannot happen here,
          because something that the interviewer told you rules them out. Accept or reject each, and say why.
        </p>
        <p>
          <strong>The list and what the interviewer knows give a design round away.</strong> If you want to
          scope this system yourself,{' '}
          <Link to="/scenarios/$slug" params={{ slug: scenario.slug }}>
            do the round first
          </Link>
          .
        </p>
        <button
          type="button"
          className="button primary"
          disabled={start.isPending}
          onClick={() => start.mutate()}
        >
          {scenario.openSpot === null ? 'Show the threats' : 'Go on'}
        </button>
        {start.isError ? <Problem error={start.error} /> : null}
      </div>
    </Page>
  );
}
