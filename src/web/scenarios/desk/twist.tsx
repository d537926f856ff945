import { useMutation } from '@tanstack/react-query';
import { longestAnswer } from '#core/content/answer.ts';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { TextField } from '#web/ui/length/text-field.tsx';
import { Problem } from '#web/ui/states.tsx';
import styles from './desk.module.css';
import type { AtWork } from './use-work.ts';

/** What changes late in the round, and what the candidate makes of it. */
export function Twist({ at }: { readonly at: AtWork }) {
  const { session, work, watch, edit, show } = at;
  const hear = useMutation({
    mutationFn: () => scenarioCalls.hearTwist(session.id, watch.elapsed()),
    onSuccess: show,
  });
  if (session.twist === null) {
    return (
      <div className={styles.twist}>
        <p>When your model stands, the interviewer changes something about the system.</p>
        <button
          type="button"
          className="button primary"
          disabled={hear.isPending}
          onClick={() => hear.mutate()}
        >
          Hear the twist
        </button>
        {hear.isError ? <Problem error={hear.error} /> : null}
      </div>
    );
  }
  return (
    <div className={styles.twist}>
      <p className={styles.said}>{session.twist.prompt}</p>
      <ul className={styles.told}>
        {session.twist.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <TextField
        id="twist-reply"
        label="What changes?"
        hint="Say it as you would aloud. You can also go back and change the model; new threats count."
        limit={longestAnswer}
        rows={8}
        value={work.twistReply}
        onChange={(twistReply) => edit({ twistReply })}
      />
    </div>
  );
}
