import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { forgetLabProgress, labQueries } from '#web/ui/api/lab-queries.ts';
import { Dialog, focusFirst } from '#web/ui/dialog.tsx';
import { Problem } from '#web/ui/states.tsx';
import type { AtDesk } from './at-desk.ts';

/** A fresh go at the same lab; the one at work is kept in the history as it is. */
export function StartAgain({ desk: { lab, session, closed } }: { readonly desk: AtDesk }) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const again = useMutation({
    mutationFn: () => labCalls.start(lab.slug, { timed: session.timed, again: true }),
    onSuccess: (fresh) => {
      setAsked(false);
      client.setQueryData(labQueries.session(fresh.id).queryKey, fresh);
      forgetLabProgress(client);
      void client.invalidateQueries({ queryKey: labQueries.session(session.id).queryKey });
      void navigate({ to: '/labs/$slug', params: { slug: lab.slug }, search: { session: fresh.id } });
    },
  });
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={again.isPending}
        onClick={() => (closed ? again.mutate() : setAsked(true))}
      >
        Start again
      </button>
      {again.isError ? <Problem error={again.error} /> : null}
      {asked ? (
        <Dialog title="Start this lab again?" onClose={() => setAsked(false)}>
          <p>This go is closed as it stands. You can look at it in the history, but not go on with it.</p>
          <div className="buttons">
            <button type="button" className="button danger" onClick={() => again.mutate()}>
              Start again
            </button>
            <button ref={focusFirst} type="button" className="button" onClick={() => setAsked(false)}>
              Keep working
            </button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
