import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { Dialog, focusFirst } from '#web/ui/dialog.tsx';
import { plural } from '#web/ui/labels.ts';
import { Problem } from '#web/ui/states.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import styles from './spot.module.css';

/** Ends the review. It is asked first, since what was to be found is shown after it. */
export function HandIn({ desk }: { readonly desk: AtDesk }) {
  const [asked, setAsked] = useState(false);
  const { session, work } = desk;
  const handIn = useMutation({
    mutationFn: async () => labCalls.handInReview(session.id, await desk.saved()),
    onSuccess: (graded) => {
      window.scrollTo({ top: 0, behavior: 'instant' });
      desk.show(graded);
    },
  });
  const count = work.findings.length;
  return (
    <div className={styles.handIn}>
      <button type="button" className="button primary" onClick={() => setAsked(true)}>
        Hand in the review
      </button>
      {asked ? (
        <Dialog title="Hand in the review?" onClose={() => setAsked(false)}>
          <p>
            {count === 0
              ? 'You have not written down any finding. You can hand in an empty review, but it scores nothing.'
              : `You hand in ${plural(count, 'finding')}.`}{' '}
            What was to be found is shown then, and the review cannot be changed any more. Attack, fix and
            explanation follow.
          </p>
          <div className="buttons">
            <button
              ref={count === 0 ? null : focusFirst}
              type="button"
              className="button primary"
              disabled={handIn.isPending}
              onClick={() => handIn.mutate()}
            >
              {count === 0 ? 'Hand in an empty review' : 'Hand in'}
            </button>
            <button
              ref={count === 0 ? focusFirst : null}
              type="button"
              className="button"
              onClick={() => setAsked(false)}
            >
              Go on reviewing
            </button>
          </div>
          {handIn.isError ? <Problem error={handIn.error} /> : null}
        </Dialog>
      ) : null}
    </div>
  );
}
