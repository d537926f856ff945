import { Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { strideNames } from '#core/threat-model/formats/texts.ts';
import type { Finding, FindingRule } from '#web/ui/api/model-types.ts';
import type { ModelHistory } from '../use-model-history.ts';
import styles from './analysis.module.css';
import { addMitigation, takenOver, takeOver } from './take-over.ts';

type Props = {
  readonly id: string;
  readonly history: ModelHistory;
  readonly finding: Finding;
  readonly rule: FindingRule;
};

/** One finding: what, why, what helps, and what to do about it. */
export function FindingItem({ id, history, finding, rule }: Props) {
  const [isDismissing, setDismissing] = useState(false);
  const { document, perform } = history;
  const threat = takenOver(document, finding);
  const place = threat ? document.threats.indexOf(threat) + 1 : 0;
  return (
    <li className={styles.finding}>
      <h3>
        {rule.title} <span className={styles.stride}>{strideNames[rule.stride]}</span>
      </h3>
      <div className={styles.because}>
        <p className={styles.label}>Because</p>
        <ul>
          {finding.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
      <p className={styles.prose}>{rule.explanation}</p>
      <More rule={rule}>
        {threat
          ? (index) => {
              const candidate = rule.mitigations[index];
              if (candidate) perform(addMitigation(document, candidate, threat));
            }
          : null}
      </More>
      <div className="buttons">
        {threat ? (
          <>
            <span className={styles.taken}>Taken over as threat {place}</span>
            <Link
              className="button small"
              to="/threat-models/$id"
              params={{ id }}
              search={{ tab: 'threats', threat: threat.id }}
            >
              Edit<span className="visually-hidden"> threat {place}</span>
            </Link>
          </>
        ) : (
          <button
            type="button"
            className="button small"
            onClick={() => perform(takeOver(document, finding, rule).command)}
          >
            Take over<span className="visually-hidden"> {rule.title}</span>
          </button>
        )}
        {isDismissing ? null : (
          <button type="button" className="button small" onClick={() => setDismissing(true)}>
            Dismiss<span className="visually-hidden"> {rule.title}</span>
          </button>
        )}
      </div>
      {isDismissing ? (
        <Dismissal
          onDismiss={(reason) =>
            void perform({ type: 'set-dismissed', rule: rule.id, on: finding.element, reason })
          }
          onCancel={() => setDismissing(false)}
        />
      ) : null}
    </li>
  );
}

type MoreProps = {
  readonly rule: FindingRule;
  /** Adds the candidate with this index; null before there is a threat to act against. */
  readonly children: ((index: number) => void) | null;
};

function More({ rule, children: onAdd }: MoreProps) {
  const ids = [...rule.cwe.map((each) => `CWE-${each}`), ...rule.capec.map((each) => `CAPEC-${each}`)];
  return (
    <details className={styles.more}>
      <summary>What helps, and when it is no threat</summary>
      <ul className={styles.candidates}>
        {rule.mitigations.map(({ title, kind, asvs }, index) => (
          <li key={title}>
            <span>
              {title}{' '}
              <span className="muted small">{[kind, ...asvs.map((each) => `ASVS ${each}`)].join(', ')}</span>
            </span>
            {onAdd ? (
              <button type="button" className="button plain small" onClick={() => onAdd(index)}>
                Add<span className="visually-hidden"> {title}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className={styles.prose}>
        <span className={styles.label}>No threat when</span> {rule.falsePositive}
      </p>
      <p className="muted small number">{[rule.id, ...ids].join(', ')}</p>
    </details>
  );
}

type DismissalProps = {
  readonly onDismiss: (reason: string) => void;
  readonly onCancel: () => void;
};

function Dismissal({ onDismiss, onCancel }: DismissalProps) {
  const [reason, setReason] = useState('');
  const field = useId();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '') onDismiss(reason.trim());
  };
  return (
    <form className={styles.dismissal} onSubmit={onSubmit}>
      <div className="field">
        <label htmlFor={field}>Why it is no threat here</label>
        <input
          id={field}
          className="input"
          maxLength={4000}
          value={reason}
          // biome-ignore lint/a11y/noAutofocus: the field is what the button was pressed for
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="buttons">
        <button type="submit" className="button small" disabled={reason.trim() === ''}>
          Dismiss with this reason
        </button>
        <button type="button" className="button plain small" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
