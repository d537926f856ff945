import { useState } from 'react';
import { examSeconds, type RoundMode } from '#core/threat-model/practice/round.ts';
import type { ScenarioSession, ScenarioView } from '#web/ui/api/scenario-types.ts';
import frame from '#web/ui/desk-frame.module.css';
import type { Choose } from '#web/ui/drafts/conflict-frame.tsx';
import { saveStateOf } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { TimerView } from '#web/ui/timer/timer-view.tsx';
import { useModelHistory } from '../../threat-models/use-model-history.ts';
import { modeLabels, stageLines } from '../scenario-labels.ts';
import styles from './desk.module.css';
import { Interviewer } from './interviewer.tsx';
import { RoundConflict } from './round-conflict.tsx';
import { Stage } from './stage.tsx';
import { StageBar } from './stage-bar.tsx';
import { type AtWork, useWork } from './use-work.ts';
import { workOfText } from './work.ts';

type Props = {
  readonly scenario: ScenarioView;
  readonly session: ScenarioSession;
  readonly isRunning: boolean;
};

/** One round under way. Taking over what another tab wrote begins the history of the model anew. */
export function RoundDesk({ scenario, session, isRunning }: Props) {
  const at = useWork(session, isRunning);
  const [beginnings, setBeginnings] = useState(0);
  const choose: Choose = (choice) => {
    at.keeper.resolve(choice);
    if (choice === 'took-theirs') setBeginnings((count) => count + 1);
  };
  return (
    <Page title={scenario.title} lead={`${modeLabels[session.mode]} round`} wide>
      <Head scenario={scenario} at={at} />
      {at.draft.theirs ? (
        <RoundConflict mine={at.work} theirs={workOfText(at.draft.theirs)} onChoose={choose} />
      ) : (
        <Matter key={beginnings} at={at} />
      )}
    </Page>
  );
}

const wording = {
  unreachable: 'Not saved yet: Hotseat is not reachable, the round is kept in this browser',
  nowhere: 'Not saved anywhere: keep this page open until Hotseat is reachable',
  'too-long': 'Not saved: a text is too long. It is kept in this browser until you shorten it',
  conflict: 'Not saved: another tab changed this round',
  gone: 'Not saved: this round was handed in or deleted elsewhere',
};

/** A round has every mode but that of the exercise. */
const modeOf = ({ mode }: ScenarioSession): RoundMode => (mode === 'spot' ? 'untimed' : mode);

function Head({ scenario, at }: { readonly scenario: ScenarioView; readonly at: AtWork }) {
  const { work, watch, draft, keeper, session } = at;
  const mode = modeOf(session);
  // There, what was told stands below the questions.
  const isScoping = work.stage === 'scoping';
  return (
    <>
      <div className={frame.bar}>
        <StageBar at={at} />
        <div className={frame.clock}>
          <TimerView
            watch={watch}
            limitSeconds={mode === 'exam' ? examSeconds : null}
            isPausable={mode !== 'exam'}
            isQuiet
          />
          <span className="small">
            <SaveStateLine state={saveStateOf(draft)} wording={wording} />
          </span>
        </div>
      </div>
      <Interviewer at={at} mode={mode} stage={work.stage} />
      <p className={frame.next}>{stageLines[work.stage]}</p>
      <details className={styles.fold} open={isScoping}>
        <summary>{isScoping ? 'The brief' : 'The brief, and what you were told'}</summary>
        <MarkdownText text={scenario.brief} firstHeading={3} />
        {isScoping ? null : <Told asked={session.asked} />}
      </details>
      {keeper.recovered && !draft.theirs ? (
        <p className={frame.recovered}>
          Work that had not reached Hotseat was found in this browser and put back.
        </p>
      ) : null}
      {draft.gone ? (
        <p className={frame.recovered} role="alert">
          This round was handed in or deleted somewhere else; what you write now is not saved. Load the page
          again.
        </p>
      ) : null}
    </>
  );
}

function Told({ asked }: Pick<ScenarioSession, 'asked'>) {
  const facts = [...new Set(asked.flatMap(({ says }) => says))];
  if (facts.length === 0) return null;
  return (
    <ul className={styles.told}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

function Matter({ at }: { readonly at: AtWork }) {
  const [initial] = useState(() => workOfText(at.keeper.current().text).model);
  const history = useModelHistory(initial, (model) => at.edit({ model }));
  return <Stage at={at} history={history} />;
}
