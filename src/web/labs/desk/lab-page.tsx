import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { labQueries } from '#web/ui/api/lab-queries.ts';
import type { LabView } from '#web/ui/api/lab-types.ts';
import { QueryView } from '#web/ui/query-view.tsx';
import { LabDesk } from './lab-desk.tsx';
import { LabIntro } from './lab-intro.tsx';

export function LabPage() {
  const { slug } = useParams({ from: '/labs/$slug' });
  const query = useQuery(labQueries.lab(slug));
  return (
    <QueryView page query={query} lines={6}>
      {(lab) => <Lab key={slug} lab={lab} />}
    </QueryView>
  );
}

/** The session that the address names, or else the open one; without one the candidate starts it. */
function Lab({ lab }: { readonly lab: LabView }) {
  const { session } = useSearch({ from: '/labs/$slug' });
  const [openedWith] = useState({ session, open: lab.openSession });
  // A session that ends while it is open here stays on the page.
  const id = session ?? openedWith.open ?? lab.openSession;
  if (id === null) return <LabIntro lab={lab} />;
  // Whoever has just pressed "Start" wants the clock to run; who comes back goes on when they write.
  const running = openedWith.session === undefined && openedWith.open === null;
  return <Opened key={id} lab={lab} id={id} running={running} />;
}

type OpenedProps = { readonly lab: LabView; readonly id: string; readonly running: boolean };

function Opened({ lab, id, running }: OpenedProps) {
  const query = useQuery(labQueries.session(id));
  return (
    <QueryView page query={query} lines={6}>
      {(session) => <LabDesk lab={lab} session={session} running={running} />}
    </QueryView>
  );
}
