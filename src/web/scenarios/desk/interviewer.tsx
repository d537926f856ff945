import { useEffect, useState } from 'react';
import type { Announcement, RoundMode, RoundStage } from '#core/threat-model/practice/round.ts';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import { stageTitles } from '../scenario-labels.ts';
import styles from './desk.module.css';
import { useAnnouncements } from './use-announcements.ts';
import type { AtWork } from './use-work.ts';

type Props = { readonly at: AtWork; readonly mode: RoundMode; readonly stage: RoundStage };

/** What the interviewer or the coach says by themselves while the candidate works. */
export function Interviewer({ at, mode, stage }: Props) {
  const said = useAnnouncements(mode, stage, at.watch);
  const nudge = useNudge(at, mode === 'coached');
  const next = said.flatMap((each) => (each.kind === 'stage' ? [each.stage] : []))[0];
  const words = [...said.map(wording), ...(nudge === null ? [] : [nudge])];
  return (
    <div className={styles.interviewer} data-quiet={words.length === 0 || undefined}>
      <p role="status">
        {words.length === 0 ? null : <strong>{mode === 'coached' ? 'Coach: ' : 'Interviewer: '}</strong>}
        {words.join(' ')}
      </p>
      {next !== undefined && next !== stage ? (
        <button type="button" className="button small" onClick={() => at.edit({ stage: next })}>
          Go to {stageTitles[next].toLowerCase()}
        </button>
      ) : null}
    </div>
  );
}

const announced: Readonly<Record<RoundStage, string>> = {
  scoping: 'Let us begin with scoping. Ask me what you need to know.',
  model: 'Let us come to the model. Show me how you see the system.',
  threats: 'Let us come to threats. What can go wrong?',
  mitigations: 'What would you do about them, and what first?',
  twist: 'Let me change something. Go to the twist when you are ready.',
  closing: 'Let us close. What risk is left, and what did you trade?',
};

function wording(said: Announcement): string {
  switch (said.kind) {
    case 'stage':
      return announced[said.stage];
    case 'time-left':
      return said.minutes === 1 ? 'One minute is left.' : `${said.minutes} minutes are left.`;
    case 'time-up':
      return 'Time is up. Nothing is lost: finish your sentence and hand in.';
  }
}

const askEveryMs = 15_000;

/** The coach's word, asked for now and then; what cannot be asked now is asked again later. */
function useNudge({ session, watch }: AtWork, isCoached: boolean): string | null {
  const [nudge, setNudge] = useState<string | null>(null);
  const { id } = session;
  const { elapsed } = watch;
  useEffect(() => {
    if (!isCoached) return;
    const ask = (): void => {
      scenarioCalls.nudge(id, elapsed()).then(
        (answer) => setNudge(answer.nudge),
        () => undefined,
      );
    };
    ask();
    const asking = setInterval(ask, askEveryMs);
    return () => clearInterval(asking);
  }, [id, isCoached, elapsed]);
  return nudge;
}
