import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { triageCalls } from '#web/ui/api/triage-calls.ts';
import { forgetTriageProgress, triageQueries } from '#web/ui/api/triage-queries.ts';
import type { TriageView } from '#web/ui/api/triage-types.ts';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Problem } from '#web/ui/states.tsx';
import { TriageResultPage } from '../result/triage-result.tsx';
import { TriageSessions } from '../triage-sessions.tsx';
import { Company } from './company.tsx';
import styles from './desk.module.css';
import { TriageDesk } from './triage-desk.tsx';

export function TriageSetPage() {
  const { slug } = useParams({ from: '/triage/$slug' });
  const { session } = useSearch({ from: '/triage/$slug' });
  const query = useQuery(triageQueries.set(slug));
  return (
    <QueryView page query={query} lines={8}>
      {(set) =>
        session === undefined ? <Intro set={set} /> : <Opened key={session} set={set} id={session} />
      }
    </QueryView>
  );
}

function Opened({ set, id }: { readonly set: TriageView; readonly id: string }) {
  const query = useQuery(triageQueries.session(id));
  return (
    <QueryView page query={query} lines={8}>
      {(session) =>
        session.result ? (
          <TriageResultPage set={set} session={session} result={session.result} />
        ) : (
          <TriageDesk set={set} session={session} />
        )
      }
    </QueryView>
  );
}

/** Before the clock runs. */
function Intro({ set }: { readonly set: TriageView }) {
  const { slug, title, minutes, findings, capacity, openSession } = set;
  const client = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => triageCalls.start(slug),
    onSuccess: (session) => {
      client.setQueryData(triageQueries.session(session.id).queryKey, session);
      forgetTriageProgress(client);
      void navigate({ to: '/triage/$slug', params: { slug }, search: { session: session.id } });
    },
  });
  return (
    <Page title={title} lead={`${plural(findings.length, 'finding')}, ${plural(minutes, 'minute')}`}>
      <Company set={set} />
      <div className={styles.intro}>
        <p>
          Rank the findings, take {capacity} into this sprint with a sentence of reason each, and reject what
          is no flaw. You are compared with experts, and with room for what fair experts see differently.
        </p>
        <button
          type="button"
          className="button primary"
          disabled={start.isPending}
          onClick={() => start.mutate()}
        >
          {openSession === null ? 'Show the findings' : 'Go on'}
        </button>
        {start.isError ? <Problem error={start.error} /> : null}
      </div>
      <TriageSessions set={slug} />
    </Page>
  );
}
