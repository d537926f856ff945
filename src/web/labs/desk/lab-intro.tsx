import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { labLanguageNames } from '#core/content/lab-language.ts';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { forgetLabProgress, labQueries } from '#web/ui/api/lab-queries.ts';
import type { LabView } from '#web/ui/api/lab-types.ts';
import frame from '#web/ui/desk-frame.module.css';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import { LabSessions } from '../lab-sessions.tsx';
import styles from './desk.module.css';
import { LabMeta } from './lab-meta.tsx';

/** Before the clock runs: what the app is, what there is to do, and how much time there is. */
export function LabIntro({ lab }: { readonly lab: LabView }) {
  return (
    <Page title={lab.title} lead={<LabMeta lab={lab} />}>
      <MarkdownText text={lab.brief} firstHeading={2} />
      {lab.availability.ready ? null : (
        <div className={styles.unavailable}>
          <p>
            <strong>{labLanguageNames[lab.language]} does not run here.</strong> {lab.availability.message}{' '}
            {lab.availability.mend}
          </p>
          <p>You can review and explain this lab all the same; attack and fix have to wait.</p>
        </div>
      )}
      <Start lab={lab} />
      <Section title="The four steps">
        <ol className={styles.outline}>
          <li>
            <strong>Spot.</strong> Read the code and mark what is wrong, with the weakness, how severe it is,
            and why.
          </li>
          <li>
            <strong>Exploit.</strong> Send requests to the running app until an attack works.
          </li>
          <li>
            <strong>Fix.</strong> Change the code. It is proven by running the app against attacks, some of
            them hidden.
          </li>
          <li>
            <strong>Explain.</strong> Say what you would tell the developer.
          </li>
        </ol>
      </Section>
      <LabSessions lab={lab.slug} />
    </Page>
  );
}

function Start({ lab }: { readonly lab: LabView }) {
  const [timed, setTimed] = useState(true);
  const client = useQueryClient();
  const navigate = useNavigate();
  const start = useMutation({
    mutationFn: () => labCalls.start(lab.slug, { timed, again: false }),
    onSuccess: (session) => {
      client.setQueryData(labQueries.session(session.id).queryKey, session);
      forgetLabProgress(client);
      void navigate({ to: '/labs/$slug', params: { slug: lab.slug }, search: { session: session.id } });
    },
  });
  return (
    <div className={`${frame.start ?? ''} ${styles.start ?? ''}`}>
      <fieldset>
        <legend className="visually-hidden">Clock</legend>
        <label>
          <input type="radio" name="clock" checked={timed} onChange={() => setTimed(true)} />
          Against the clock, {lab.minutes} minutes, as in a screen
        </label>
        <label>
          <input type="radio" name="clock" checked={!timed} onChange={() => setTimed(false)} />
          Untimed
        </label>
      </fieldset>
      <button
        type="button"
        className="button primary"
        disabled={start.isPending}
        onClick={() => start.mutate()}
      >
        Start the lab
      </button>
      {start.isError ? <Problem error={start.error} /> : null}
    </div>
  );
}
