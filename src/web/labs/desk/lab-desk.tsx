import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { LabSession, LabView } from '#web/ui/api/lab-types.ts';
import frame from '#web/ui/desk-frame.module.css';
import { saveStateOf } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { TimerView } from '#web/ui/timer/timer-view.tsx';
import { ExplainStep } from '../explain/explain-step.tsx';
import { ExploitStep } from '../exploit/exploit-step.tsx';
import { FixStep } from '../fix/fix-step.tsx';
import { SpotStep } from '../spot/spot-step.tsx';
import type { AtDesk } from './at-desk.ts';
import styles from './desk.module.css';
import { Hints } from './hints.tsx';
import { LabConflict } from './lab-conflict.tsx';
import { LabMeta } from './lab-meta.tsx';
import { NextLine } from './next-line.tsx';
import { StartAgain } from './start-again.tsx';
import { StepBar } from './step-bar.tsx';
import { nextStep, readStep, type StepName, stepsOf } from './steps.ts';
import { useDesk } from './use-desk.ts';

type Props = { readonly lab: LabView; readonly session: LabSession; readonly running: boolean };

/** One go at a lab: its four steps, its clock, and what is at hand in all of them. */
export function LabDesk({ lab, session, running }: Props) {
  const { desk, draft, keeper, watch } = useDesk(lab, session, running);
  const search = useSearch({ from: '/labs/$slug' });
  const steps = stepsOf(session, desk.work.findings.length);
  // One stays at a step that is done, to see what it came to.
  const [begun] = useState(() => nextStep(steps));
  const current = readStep(search.step) ?? begun;
  return (
    <Page title={lab.title} lead={<LabMeta lab={lab} />} wide actions={<StartAgain desk={desk} />}>
      <div className={frame.bar}>
        <StepBar slug={lab.slug} steps={steps} current={current} />
        {desk.closed ? null : (
          <div className={frame.clock}>
            <TimerView watch={watch} limitSeconds={session.timed ? lab.minutes * 60 : null} />
            <span className="small">
              <SaveStateLine state={saveStateOf(draft)} />
            </span>
          </div>
        )}
      </div>
      <NextLine desk={desk} steps={steps} current={current} />
      <div className={styles.folds}>
        <details className={styles.fold}>
          <summary>Brief</summary>
          <MarkdownText text={lab.brief} firstHeading={3} />
        </details>
        <Hints desk={desk} />
      </div>
      {keeper.recovered && !draft.theirs ? (
        <p className={frame.recovered}>
          Work that had not reached Hotseat was found in this browser and put back.
        </p>
      ) : null}
      {draft.gone && !desk.closed ? (
        <p className={frame.recovered} role="alert">
          This go was finished or deleted somewhere else; what you write now is not saved. Copy what you need,
          then load the page again.
        </p>
      ) : null}
      {draft.theirs ? (
        <LabConflict draft={draft} onChoose={(choice) => keeper.resolve(choice)} />
      ) : (
        <StepOf
          desk={desk}
          step={current}
          locked={steps.find(({ name }) => name === current)?.state === 'locked'}
        />
      )}
    </Page>
  );
}

type StepProps = { readonly desk: AtDesk; readonly step: StepName; readonly locked: boolean };

function StepOf({ desk, step, locked }: StepProps) {
  if (locked) return null;
  switch (step) {
    case 'spot':
      return <SpotStep desk={desk} />;
    case 'exploit':
      return <ExploitStep desk={desk} />;
    case 'fix':
      return <FixStep desk={desk} />;
    case 'explain':
      return <ExplainStep desk={desk} />;
  }
}
