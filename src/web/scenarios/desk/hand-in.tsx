import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { Dialog, focusFirst } from '#web/ui/dialog.tsx';
import { plural } from '#web/ui/labels.ts';
import { Problem } from '#web/ui/states.tsx';
import styles from './desk.module.css';
import type { AtWork } from './use-work.ts';

/** Ends the round. It is asked first, since nothing can be changed after it. */
export function HandIn({ at }: { readonly at: AtWork }) {
  const [isAsked, setAsked] = useState(false);
  const { session, saved, show, keeper } = at;
  const handIn = useMutation({
    mutationFn: async () => scenarioCalls.handIn(session.id, await saved()),
    onSuccess: (handedIn) => {
      keeper.finish();
      window.scrollTo({ top: 0, behavior: 'instant' });
      show(handedIn);
    },
  });
  return (
    <div className={styles.handIn}>
      <button type="button" className="button primary" onClick={() => setAsked(true)}>
        Hand in
      </button>
      {isAsked ? (
        <Dialog title="Hand in the round?" onClose={() => setAsked(false)}>
          <p>{summary(at)} Nothing can be changed after that. The interviewer may have a few follow-ups.</p>
          <div className="buttons">
            <button
              ref={focusFirst}
              type="button"
              className="button primary"
              disabled={handIn.isPending}
              onClick={() => handIn.mutate()}
            >
              {handIn.isPending ? 'Grading' : 'Hand in'}
            </button>
            <button type="button" className="button" onClick={() => setAsked(false)}>
              Go on working
            </button>
          </div>
          {handIn.isError ? <Problem error={handIn.error} /> : null}
        </Dialog>
      ) : null}
    </div>
  );
}

function summary({ work: { model }, session }: AtWork): string {
  const counts = [
    plural(session.asked.length, 'question'),
    plural(model.elements.length, 'element'),
    plural(model.threats.length, 'threat'),
    plural(model.mitigations.length, 'mitigation'),
  ];
  return `You hand in ${new Intl.ListFormat('en-US').format(counts)}.`;
}
