import { useMemo, useState } from 'react';
import type { LabExplanation } from '#web/ui/api/lab-types.ts';
import { FlagIcon, VerdictIcon, WarnIcon } from '#web/ui/icons.tsx';
import { tierLabels, verdictLabels } from '#web/ui/labels.ts';
import { AnswerView } from '#web/ui/quotes/answer-view.tsx';
import { EntryFrame } from '#web/ui/quotes/entry-frame.tsx';
import { type Link, LinkContext } from '#web/ui/quotes/use-link.ts';
import { points } from '../lab-labels.ts';
import styles from './explain.module.css';
import { type ExplanationEntry, explanationEntries } from './explanation-entries.ts';

type Props = { readonly explanation: LabExplanation; readonly answer: string };

/** The grade of the explanation: its words, those that count marked, and each point beside them. */
export function ExplanationResult({ explanation, answer }: Props) {
  const entries = useMemo(() => explanationEntries(explanation, answer), [explanation, answer]);
  const [active, setActive] = useState<string | null>(null);
  const link = useMemo<Link>(() => ({ active, setActive }), [active]);
  return (
    <LinkContext value={link}>
      <p className={styles.score} role="status">
        <span>{points(explanation.score)}</span>
        <span className="muted"> / 100 for the explanation</span>
      </p>
      <div className={styles.columns}>
        <div data-answer-column>
          <h2>Your words</h2>
          <AnswerView answer={answer} entries={entries} />
        </div>
        <div>
          <h2>What was heard</h2>
          <ul>
            {entries.map((entry) => (
              <Heard key={entry.key} entry={entry} />
            ))}
          </ul>
        </div>
      </div>
    </LinkContext>
  );
}

function Heard({ entry }: { readonly entry: ExplanationEntry }) {
  const { kind, verdict, tier, claim, because } = entry;
  const icon =
    kind === 'point' ? <VerdictIcon verdict={verdict} /> : kind === 'flag' ? <FlagIcon /> : <WarnIcon />;
  const said = { point: verdictLabels[verdict], misconception: 'Not so', flag: 'Red flag' }[kind];
  return (
    <EntryFrame
      entry={entry}
      icon={icon}
      verdict={tier === null ? said : `${said}, ${tierLabels[tier].toLowerCase()}`}
      claim={claim}
    >
      <p className="muted small">{because}</p>
    </EntryFrame>
  );
}
