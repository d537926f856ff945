import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type RoundMode, roundModes } from '#core/threat-model/practice/round.ts';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { forgetScenarioProgress, scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import type { ScenarioView } from '#web/ui/api/scenario-types.ts';
import frame from '#web/ui/desk-frame.module.css';
import { Dialog, focusFirst } from '#web/ui/dialog.tsx';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import { modeLabels, modeLines } from '../scenario-labels.ts';
import { ScenarioSessions } from '../scenario-sessions.tsx';
import styles from './desk.module.css';
import { ScenarioMeta } from './scenario-meta.tsx';

/** Before the clock runs: what the interviewer says, and how one wants to practice. */
export function ScenarioIntro({ scenario }: { readonly scenario: ScenarioView }) {
  return (
    <Page title={scenario.title} lead={<ScenarioMeta scenario={scenario} />}>
      <MarkdownText text={scenario.brief} firstHeading={2} />
      {scenario.openRound === null ? null : <Resume scenario={scenario} id={scenario.openRound} />}
      <Start scenario={scenario} />
      <Section title="Spot the invalid threat" note="A shorter exercise on the same system.">
        <p className={styles.spot}>
          Real threats and fabricated ones, mixed. Reject what cannot happen here, and say why. It shows
          everything that the interviewer knows, so do a round first if you want to scope the system yourself.
        </p>
        <Link to="/scenarios/$slug/spot" params={{ slug: scenario.slug }} className="button">
          {scenario.openSpot === null ? 'To the exercise' : 'Go on with the exercise'}
        </Link>
      </Section>
      <ScenarioSessions scenario={scenario.slug} />
    </Page>
  );
}

function Resume({ scenario, id }: { readonly scenario: ScenarioView; readonly id: string }) {
  return (
    <p className={styles.resume}>
      <Link
        to="/scenarios/$slug"
        params={{ slug: scenario.slug }}
        search={{ session: id }}
        className="button primary"
      >
        Resume your round
      </Link>
      It is where you stopped.
    </p>
  );
}

function Start({ scenario }: { readonly scenario: ScenarioView }) {
  const [mode, setMode] = useState<RoundMode>('coached');
  const [isAsked, setAsked] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const hasOpen = scenario.openRound !== null;
  const start = useMutation({
    mutationFn: () => scenarioCalls.start(scenario.slug, mode, hasOpen),
    onSuccess: (session) => {
      client.setQueryData(scenarioQueries.session(session.id).queryKey, session);
      forgetScenarioProgress(client);
      void navigate({
        to: '/scenarios/$slug',
        params: { slug: scenario.slug },
        search: { session: session.id },
      });
    },
  });
  return (
    <div className={`${frame.start ?? ''} ${styles.start ?? ''}`}>
      <fieldset>
        <legend>How do you want to practice?</legend>
        {roundModes.map((each) => (
          <label key={each}>
            <input type="radio" name="mode" checked={each === mode} onChange={() => setMode(each)} />
            <span>
              <strong>{modeLabels[each]}.</strong> {modeLines[each]}
            </span>
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className={hasOpen ? 'button' : 'button primary'}
        disabled={start.isPending}
        onClick={() => (hasOpen ? setAsked(true) : start.mutate())}
      >
        {hasOpen ? 'Start anew' : 'Start the round'}
      </button>
      {start.isError ? <Problem error={start.error} /> : null}
      {isAsked ? (
        <Dialog title="Start this round anew?" onClose={() => setAsked(false)}>
          <p>The round under way is deleted for good, with its model and its questions.</p>
          <div className="buttons">
            <button type="button" className="button danger" onClick={() => start.mutate()}>
              Delete it and start anew
            </button>
            <button ref={focusFirst} type="button" className="button" onClick={() => setAsked(false)}>
              Keep it
            </button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
