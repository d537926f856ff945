import { useRef } from 'react';
import type { ThreatModel } from '#core/threat-model/document.ts';
import { newId } from '#core/threat-model/edit/new-id.ts';
import { AddLine, focusAddLine } from './add-line.tsx';
import { BufferedText } from './buffered-text.tsx';
import type { Editing } from './editing.ts';
import styles from './notes.module.css';

type Props = { readonly editing: Editing; readonly readOnly: boolean };

const longestNote = 1000;

/** What the model takes for granted. */
export function Assumptions({ editing, readOnly }: Props) {
  const { model, perform } = editing;
  const list = 'assumptions';
  const area = useRef<HTMLDivElement>(null);
  return (
    <div ref={area} className={styles.notes}>
      {model.assumptions.length === 0 ? <p className="muted">None is written down yet.</p> : null}
      <ol className={styles.list}>
        {model.assumptions.map(({ id, text }, index) => (
          <li key={id}>
            {readOnly ? (
              <p>{text}</p>
            ) : (
              <>
                <BufferedText
                  label={`Assumption ${index + 1}`}
                  limit={longestNote}
                  required
                  rows={1}
                  className={styles.grows}
                  stored={text}
                  onStore={(changed) =>
                    perform({ type: 'update-item', list, id, changes: { text: changed } })
                  }
                />
                <Remove
                  what={`assumption ${index + 1}`}
                  onRemove={() => {
                    perform({ type: 'remove-item', list, id });
                    focusAddLine(area.current);
                  }}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {readOnly ? null : (
        <AddLine
          label="New assumption"
          action="Add"
          limit={longestNote}
          onAdd={(text) =>
            perform({ type: 'add-item', list, item: { id: newId(model, 'assumption'), text } })
          }
        />
      )}
    </div>
  );
}

/** What nobody has answered yet, and what was answered since. */
export function OpenQuestions({ editing, readOnly }: Props) {
  const { model, perform } = editing;
  const list = 'questions';
  const change = (id: string, changes: Partial<Omit<ThreatModel['questions'][number], 'id'>>): unknown =>
    perform({ type: 'update-item', list, id, changes });
  const area = useRef<HTMLDivElement>(null);
  return (
    <div ref={area} className={styles.notes}>
      {model.questions.length === 0 ? <p className="muted">None is written down yet.</p> : null}
      <ol className={styles.list}>
        {model.questions.map(({ id, text, answer }, index) => (
          <li key={id} data-answered={answer.trim() !== '' || undefined}>
            {readOnly ? (
              <>
                <p>{text}</p>
                <p className="muted">{answer || 'Not answered yet.'}</p>
              </>
            ) : (
              <>
                <BufferedText
                  label={`Question ${index + 1}`}
                  limit={longestNote}
                  required
                  rows={1}
                  className={styles.grows}
                  stored={text}
                  onStore={(changed) => change(id, { text: changed })}
                />
                <BufferedText
                  label={`Answer to question ${index + 1}`}
                  limit={4000}
                  rows={1}
                  className={styles.grows}
                  stored={answer}
                  onStore={(changed) => change(id, { answer: changed })}
                />
                <Remove
                  what={`question ${index + 1}`}
                  onRemove={() => {
                    perform({ type: 'remove-item', list, id });
                    focusAddLine(area.current);
                  }}
                />
              </>
            )}
          </li>
        ))}
      </ol>
      {readOnly ? null : (
        <AddLine
          label="New question"
          action="Add"
          limit={longestNote}
          onAdd={(text) => perform({ type: 'add-item', list, item: { id: newId(model, 'question'), text } })}
        />
      )}
    </div>
  );
}

/** Residual risk and trade-offs, in words. */
export function FinalWords({ editing: { model, perform }, readOnly }: Props) {
  const words = [
    {
      key: 'residualRisk',
      label: 'Residual risk',
      hint: 'What stays when all of it is built, and who bears it.',
    },
    { key: 'tradeOffs', label: 'Trade-offs', hint: 'What you gave up for what, and why.' },
  ] as const;
  return (
    <div className={styles.words}>
      {words.map(({ key, label, hint }) =>
        readOnly ? (
          <div key={key}>
            <h3>{label}</h3>
            <p className={styles.text}>{model[key] || 'Nothing is written down.'}</p>
          </div>
        ) : (
          <BufferedText
            key={key}
            label={label}
            hint={hint}
            limit={4000}
            rows={4}
            stored={model[key]}
            onStore={(text) => perform({ type: 'set-texts', changes: { [key]: text } })}
          />
        ),
      )}
    </div>
  );
}

type RemoveProps = { readonly what: string; readonly onRemove: () => void };

function Remove({ what, onRemove }: RemoveProps) {
  return (
    <button type="button" className="button plain small" onClick={onRemove}>
      Remove<span className="visually-hidden"> {what}</span>
    </button>
  );
}
