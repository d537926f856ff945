import { useEffect, useRef } from 'react';
import { longestLabText } from '#core/review/limits.ts';
import type { Finding, TextFile } from '#web/ui/api/lab-types.ts';
import { TextField } from '#web/ui/length/text-field.tsx';
import { PlaceButton } from '../code/place-button.tsx';
import { CvssCalculator } from './cvss-calculator.tsx';
import { CwePicker } from './cwe-picker.tsx';
import styles from './spot.module.css';

type Props = {
  readonly finding: Finding;
  readonly ordinal: number;
  readonly files: readonly TextFile[];
  readonly onChange: (finding: Finding) => void;
  readonly onShow: () => void;
  readonly onDelete: () => void;
  readonly onClose: () => void;
};

/** One finding, saved as one writes. */
export function FindingForm({ finding, ordinal, files, onChange, onShow, onDelete, onClose }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { startLine, endLine = startLine } = finding;
  const last = files.find(({ path }) => path === finding.file)?.content.split('\n').length ?? 1;
  const setLines = (first: number, end: number): void => {
    if (!Number.isInteger(first) || !Number.isInteger(end)) return;
    const from = Math.min(Math.max(1, first), last);
    onChange({ ...finding, startLine: from, endLine: Math.min(Math.max(from, end), last) });
  };
  return (
    <section className={styles.form} aria-labelledby="finding-title">
      <header>
        <h2 id="finding-title" ref={heading} tabIndex={-1}>
          Finding {ordinal}
        </h2>
        <button type="button" className="button small" onClick={onClose}>
          Done
        </button>
      </header>
      <PlaceButton onShow={onShow}>{finding.file}</PlaceButton>
      <div className={styles.lines}>
        <label>
          First line
          <input
            className="input"
            type="number"
            min={1}
            max={last}
            value={startLine}
            onChange={(event) => setLines(event.target.valueAsNumber, endLine)}
          />
        </label>
        <label>
          Last line
          <input
            className="input"
            type="number"
            min={startLine}
            max={last}
            value={endLine}
            onChange={(event) => setLines(startLine, event.target.valueAsNumber)}
          />
        </label>
      </div>
      <CwePicker cwe={finding.cwe} onChange={(cwe) => onChange({ ...finding, cwe })} />
      <CvssCalculator vector={finding.cvss} onChange={(cvss) => onChange({ ...finding, cvss })} />
      <TextField
        id="finding-explanation"
        label="What is wrong, and what does an attacker gain?"
        limit={longestLabText.note}
        rows={5}
        value={finding.explanation ?? ''}
        onChange={(explanation) => onChange({ ...finding, explanation })}
      />
      <TextField
        id="finding-remediation"
        label="What should be done?"
        limit={longestLabText.note}
        rows={3}
        value={finding.remediation ?? ''}
        onChange={(remediation) => onChange({ ...finding, remediation })}
      />
      <div className="buttons">
        <button type="button" className="button primary" onClick={onClose}>
          Done
        </button>
        <button type="button" className="button danger" onClick={onDelete}>
          Delete
        </button>
      </div>
    </section>
  );
}
