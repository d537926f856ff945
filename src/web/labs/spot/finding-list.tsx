import { readCvss } from '#core/review/cvss.ts';
import type { Finding } from '#web/ui/api/lab-types.ts';
import { PlaceButton } from '../code/place-button.tsx';
import { linesText } from '../lab-labels.ts';
import styles from './spot.module.css';

type Props = {
  readonly findings: readonly Finding[];
  readonly onShow: (finding: Finding) => void;
  readonly onEdit: (index: number) => void;
  readonly onDelete: (index: number) => void;
};

/** "CWE-89, critical 9.3", as far as it is said. */
export function ratingOf({ cwe, cvss, severity }: Finding): string {
  const read = cvss === undefined ? undefined : readCvss(cvss);
  const rated = read?.ok ? `${read.severity} ${read.score.toFixed(1)}` : severity;
  return [cwe === undefined ? undefined : `CWE-${cwe}`, rated].filter(Boolean).join(', ');
}

export function FindingList({ findings, onShow, onEdit, onDelete }: Props) {
  if (findings.length === 0) {
    return (
      <p className={styles.none}>
        No findings yet. Select lines in the code and press <kbd>N</kbd>, or use the button above the code.
      </p>
    );
  }
  return (
    <ol className={styles.findings}>
      {findings.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a finding has no other identity than its place
        <li key={index}>
          <PlaceButton onShow={() => onShow(finding)}>
            <span className="number">{index + 1}</span> {finding.file},{' '}
            {linesText(finding.startLine, finding.endLine ?? finding.startLine)}
          </PlaceButton>
          <p>{ratingOf(finding) || <span className="muted">No weakness chosen yet</span>}</p>
          {finding.explanation ? <p className={styles.excerpt}>{finding.explanation}</p> : null}
          <div className={styles.actions}>
            <button type="button" className="button plain small" onClick={() => onEdit(index)}>
              Edit<span className="visually-hidden"> finding {index + 1}</span>
            </button>
            <button type="button" className="button plain small" onClick={() => onDelete(index)}>
              Delete<span className="visually-hidden"> finding {index + 1}</span>
            </button>
          </div>
        </li>
      ))}
    </ol>
  );
}
