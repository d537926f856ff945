import { useMemo, useState } from 'react';
import type { LabExplanation } from '#web/ui/api/lab-types.ts';
import { FlagIcon, VerdictIcon, WarnIcon } from '#web/ui/icons.tsx';
import { tierLabels, verdictLabels } from '#web/ui/labels.ts';
import { AnswerView } from '#web/ui/quotes/answer-view.tsx';
import { Correction } from '#web/ui/quotes/correction.tsx';
import { EntryFrame } from '#web/ui/quotes/entry-frame.tsx';
import { FlagAdvice } from '#web/ui/quotes/flag-advice.tsx';
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
  switch (entry.kind) {
    case 'point': {
      const { met, tier, claim, because } = entry.view;
      const verdict = `${verdictLabels[met]}, ${tierLabels[tier].toLowerCase()}`;
      return (
        <EntryFrame entry={entry} icon={<VerdictIcon verdict={met} />} verdict={verdict} claim={claim}>
          <p className="muted small">{because}</p>
        </EntryFrame>
      );
    }
    case 'misconception':
      return (
        <EntryFrame entry={entry} icon={<WarnIcon />} verdict="Not so" claim={entry.view.claim}>
          <Correction text={entry.view.correction} />
        </EntryFrame>
      );
    case 'flag':
      return (
        <EntryFrame entry={entry} icon={<FlagIcon />} verdict="Red flag" claim={entry.view.title}>
          <FlagAdvice why={entry.view.why} better={entry.view.better} />
        </EntryFrame>
      );
  }
}
