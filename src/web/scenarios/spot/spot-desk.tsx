import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import type { SpotJudgment } from '#core/threat-model/practice/spot.ts';
import { scenarioCalls } from '#web/ui/api/scenario-calls.ts';
import type { ScenarioSession, ScenarioView, SpotItem, SpotView } from '#web/ui/api/scenario-types.ts';
import { saveStateOf } from '#web/ui/drafts/draft.ts';
import { SaveStateLine } from '#web/ui/drafts/save-state.tsx';
import { TextField } from '#web/ui/length/text-field.tsx';
import { MarkdownText } from '#web/ui/markdown/markdown-text.tsx';
import { Page } from '#web/ui/page.tsx';
import { Section } from '#web/ui/section.tsx';
import { Problem } from '#web/ui/states.tsx';
import { RoundConflict } from '../desk/round-conflict.tsx';
import { type AtWork, useWork } from '../desk/use-work.ts';
import { workOfText } from '../desk/work.ts';
import styles from './spot.module.css';

type Props = {
  readonly scenario: ScenarioView;
  readonly session: ScenarioSession;
  readonly spot: SpotView;
};

const undecided: SpotJudgment = { verdict: null, reason: '' };

/** Accept or reject each threat, and say why. */
export function SpotDesk({ scenario, session, spot }: Props) {
  const [isRunning] = useState(session.revision === 0);
  const at = useWork(session, isRunning);
  const { work, edit, draft, keeper } = at;
  const judge = (id: string, change: Partial<SpotJudgment>): void => {
    const { judgments } = workOfText(keeper.current().text);
    edit({ judgments: { ...judgments, [id]: { ...(judgments[id] ?? undecided), ...change } } });
  };
  return (
    <Page
      title="Spot the invalid threat"
      documentTitle={`${scenario.title}, spot the invalid threat`}
      lead={scenario.title}
      wide
      actions={
        <span className="small">
          <SaveStateLine state={saveStateOf(draft)} />
        </span>
      }
    >
      <Section title="What you know">
        <MarkdownText text={scenario.brief} firstHeading={3} />
        <dl className={styles.facts}>
          {spot.facts.map(({ asks, says }) => (
            <div key={asks}>
              <dt>{asks}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {draft.theirs ? (
        <RoundConflict
          mine={work}
          theirs={workOfText(draft.theirs)}
          onChoose={(choice) => keeper.resolve(choice)}
        />
      ) : (
        <Section title="Threats" note="Real ones and fabricated ones.">
          <ol className={styles.items}>
            {spot.items.map((item) => (
              <Item
                key={item.id}
                item={item}
                judgment={work.judgments[item.id] ?? undecided}
                onJudge={(change) => judge(item.id, change)}
              />
            ))}
          </ol>
          <HandIn at={at} spot={spot} />
        </Section>
      )}
    </Page>
  );
}

type ItemProps = {
  readonly item: SpotItem;
  readonly judgment: SpotJudgment;
  readonly onJudge: (change: Partial<SpotJudgment>) => void;
};

const verdicts = { accept: 'Accept: it can happen here', reject: 'Reject: it cannot' } as const;
const longestReason = 2000;

function Item({ item: { id, claim, stride, places }, judgment, onJudge }: ItemProps) {
  const { verdict, reason } = judgment;
  return (
    <li>
      <p>{claim}</p>
      <p className="muted small">
        {strideNames[stride]}, on {places.join(', ')}
      </p>
      <fieldset className={styles.verdicts}>
        <legend className="visually-hidden">Threat {id}</legend>
        {(['accept', 'reject'] as const).map((each) => (
          <label key={each}>
            <input
              type="radio"
              name={`verdict-${id}`}
              checked={verdict === each}
              onChange={() => onJudge({ verdict: each })}
            />
            {verdicts[each]}
          </label>
        ))}
      </fieldset>
      {verdict === null ? null : (
        <TextField
          id={`reason-${id}`}
          label={`Why do you ${verdict} threat ${id}?`}
          limit={longestReason}
          rows={2}
          value={reason}
          onChange={(next) => onJudge({ reason: next })}
        />
      )}
    </li>
  );
}

function HandIn({ at, spot }: { readonly at: AtWork; readonly spot: SpotView }) {
  const { session, work, saved, show, keeper } = at;
  const left = spot.items.filter(({ id }) => (work.judgments[id]?.verdict ?? null) === null).length;
  const handIn = useMutation({
    mutationFn: async () => scenarioCalls.handIn(session.id, await saved()),
    onSuccess: (graded) => {
      keeper.finish();
      window.scrollTo({ top: 0, behavior: 'instant' });
      show(graded);
    },
  });
  return (
    <div className={styles.handIn}>
      <button
        type="button"
        className="button primary"
        disabled={left > 0 || handIn.isPending}
        onClick={() => handIn.mutate()}
      >
        {handIn.isPending ? 'Grading' : 'Hand in'}
      </button>
      <span role="status" className="muted small">
        {left === 0 ? 'All are judged.' : `${left} still to judge.`}
      </span>
      {handIn.isError ? <Problem error={handIn.error} /> : null}
    </div>
  );
}
