import { useId } from 'react';
import type { Threat } from '#core/threat-model/document.ts';
import { type Statement, threatSentence } from '#core/threat-model/statement.ts';
import { changeThreat } from './change-threat.ts';
import type { Editing } from './editing.ts';
import styles from './form.module.css';
import { suggestionsIn } from './suggestions.ts';
import { useBuffered } from './use-buffered.ts';

const longest = 4000;

const parts = [
  { part: 'source', label: 'Source', joint: 'A', example: 'tenant, thief, careless operator' },
  { part: 'prerequisite', label: 'Prerequisite', joint: 'who', example: 'has a valid account' },
  { part: 'action', label: 'Action', joint: 'can', example: 'read the invoices of other tenants' },
  { part: 'impact', label: 'Impact', joint: 'which leads to', example: 'disclosure' },
  { part: 'asset', label: 'Asset', joint: 'of', example: 'billing data' },
] as const;

type Props = { readonly editing: Editing; readonly threat: Threat };

/** Five fields that read as one sentence. */
export function StatementBuilder({ editing: { model, perform }, threat }: Props) {
  const id = useId();
  const { value, change, flush } = useBuffered(
    threat.statement,
    (statement: Statement) => perform(changeThreat(model, threat, { statement })),
    (statement) => Object.values(statement).every(({ length }) => length <= longest),
  );
  const suggestions = suggestionsIn(model);
  const sentence = threatSentence(value);
  return (
    <fieldset className={styles.statement} onBlur={flush}>
      <legend>Statement</legend>
      {parts.map(({ part, label, joint, example }) => (
        <div key={part} className={styles.part}>
          <label htmlFor={`${id}-${part}`}>{label}</label>
          <span className={styles.joint} aria-hidden="true">
            {joint}
          </span>
          {part === 'source' || part === 'asset' ? (
            <input
              id={`${id}-${part}`}
              className="input"
              list={`${id}-${part}-list`}
              autoComplete="off"
              maxLength={longest}
              placeholder={example}
              value={value[part]}
              onChange={(event) => change({ ...value, [part]: event.target.value })}
            />
          ) : (
            <textarea
              id={`${id}-${part}`}
              className={`input ${styles.grows}`}
              rows={1}
              maxLength={longest}
              placeholder={example}
              value={value[part]}
              onChange={(event) => change({ ...value, [part]: event.target.value })}
            />
          )}
        </div>
      ))}
      {(['source', 'asset'] as const).map((part) => (
        <datalist key={part} id={`${id}-${part}-list`}>
          {suggestions[part].map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      ))}
      <p className={styles.sentence} data-empty={sentence === '' || undefined}>
        {sentence || 'A source who has the prerequisite can act, which leads to an impact of an asset.'}
      </p>
    </fieldset>
  );
}
