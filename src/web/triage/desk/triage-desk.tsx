import { useMutation } from '@tanstack/react-query';
import type { TriageSession, TriageView } from '#web/ui/api/triage-types.ts';
import { type Choose, KeepOrTake } from '#web/ui/drafts/conflict-frame.tsx';
import { saveStateOf } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import { TimerView } from '#web/ui/timer/timer-view.tsx';
import { Company } from './company.tsx';
import styles from './desk.module.css';
import { FindingCard } from './finding-card.tsx';
import { Sprint } from './sprint.tsx';
import { type TriageAtWork, useTriage } from './use-triage.ts';
import { type TriageWork, workOfText } from './work.ts';

type Props = { readonly set: TriageView; readonly session: TriageSession };

/** Rank, choose, justify, reject. */
export function TriageDesk({ set, session }: Props) {
  const at = useTriage(session);
  const { work, draft, keeper, watch } = at;
  return (
    <Page
      title={set.title}
      wide
      actions={
        <>
          <TimerView watch={watch} limitSeconds={set.minutes * 60} />
          <span className="small">
            <SaveStateLine state={saveStateOf(draft)} />
          </span>
        </>
      }
    >
      <Company set={set} />
      {draft.theirs ? (
        <Conflict
          mine={work}
          theirs={workOfText(draft.theirs)}
          onChoose={(choice) => keeper.resolve(choice)}
        />
      ) : (
        <Work set={set} at={at} />
      )}
    </Page>
  );
}

function Work({ set, at }: { readonly set: TriageView; readonly at: TriageAtWork }) {
  const { work, edit } = at;
  const findings = work.order.flatMap((id) => set.findings.find((finding) => finding.id === id) ?? []);
  return (
    <>
      <Section title="This sprint" note={`${work.chosen.length} of ${set.capacity} taken`}>
        <Sprint set={set} work={work} edit={edit} />
        <HandIn at={at} capacity={set.capacity} />
      </Section>
      <Section
        title="Findings"
        note="The most urgent first. Drag, use the buttons, or hold Alt and press the arrow keys on them. Reject what is no flaw."
      >
        <ol className={styles.cards}>
          {findings.map((finding) => (
            <FindingCard key={finding.id} finding={finding} work={work} capacity={set.capacity} edit={edit} />
          ))}
        </ol>
      </Section>
    </>
  );
}

function HandIn({ at, capacity }: { readonly at: TriageAtWork; readonly capacity: number }) {
  const handIn = useMutation({ mutationFn: at.handIn });
  const left = capacity - at.work.chosen.length;
  const silent = at.work.chosen.filter((id) => !at.work.reasons[id]?.trim()).length;
  return (
    <div className={styles.handIn}>
      <button
        type="button"
        className="button primary"
        disabled={left > 0 || handIn.isPending}
        onClick={() => handIn.mutate()}
      >
        Hand in
      </button>
      <span role="status" className="muted small">
        {left > 0 ? `${plural(left, 'place')} still free.` : null}
        {left === 0 && silent > 0 ? `${plural(silent, 'reason')} still missing.` : null}
      </span>
      {handIn.isError ? <Problem error={handIn.error} /> : null}
    </div>
  );
}

type ConflictProps = {
  readonly mine: TriageWork;
  readonly theirs: TriageWork;
  readonly onChoose: Choose;
};

/** Another tab worked on this too: nothing is dropped until the candidate says which one stays. */
function Conflict({ mine, theirs, onChoose }: ConflictProps) {
  return (
    <Section title="Two versions">
      <p role="alert">This was also changed in another tab. Which one do you keep?</p>
      <p>In this tab: {outline(mine)}.</p>
      <p>Saved by the other tab: {outline(theirs)}.</p>
      <KeepOrTake onChoose={onChoose} />
    </Section>
  );
}

const outline = ({ order, chosen, rejected }: TriageWork): string =>
  `${order[0]} first, ${chosen.length} taken (${chosen.join(', ')}), ${rejected.length} rejected`;
