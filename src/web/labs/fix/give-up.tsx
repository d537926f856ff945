import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { Dialog, focusFirst } from '#web/ui/dialog.tsx';
import { Problem } from '#web/ui/states.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import styles from './fix.module.css';

/** The way out: the solution, for no points. */
export function GiveUp({ desk }: { readonly desk: AtDesk }) {
  const [asked, setAsked] = useState(false);
  const giveUp = useMutation({
    mutationFn: () => labCalls.giveUp(desk.session.id),
    onSuccess: (session) => {
      setAsked(false);
      desk.show(session);
    },
  });
  if (desk.closed) return null;
  return (
    <p className={styles.giveUp}>
      <button type="button" className="button plain" onClick={() => setAsked(true)}>
        Show the solution
      </button>
      <span className="muted small">The fix then scores nothing. Hints cost less.</span>
      {asked ? (
        <Dialog title="Show the solution?" onClose={() => setAsked(false)}>
          <p>You see how it is fixed, and which fixes fail. The fix scores 0 in this go.</p>
          <div className="buttons">
            <button
              type="button"
              className="button danger"
              disabled={giveUp.isPending}
              onClick={() => giveUp.mutate()}
            >
              Show it
            </button>
            <button ref={focusFirst} type="button" className="button" onClick={() => setAsked(false)}>
              Go on trying
            </button>
          </div>
          {giveUp.isError ? <Problem error={giveUp.error} /> : null}
        </Dialog>
      ) : null}
    </p>
  );
}
