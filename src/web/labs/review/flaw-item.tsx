import type { LabReview, TrueFinding } from '#web/ui/api/lab-types.ts';
import { VerdictIcon } from '#web/ui/icons.tsx';
import { PlaceButton } from '../code/place-button.tsx';
import { linesText, points } from '../lab-labels.ts';
import styles from './review.module.css';

type Grade = LabReview['grade']['findings'][number];
type Props = {
  readonly flaw: TrueFinding;
  readonly grade: Grade | undefined;
  readonly onShow: (file: string, first: number, last: number) => void;
};

const outcomes = {
  found: { label: 'Found', verdict: 'yes' },
  partial: { label: 'Partly found', verdict: 'unsure' },
  missed: { label: 'Missed', verdict: 'no' },
} as const;

/** A flaw that was to be found, what was said about it, and what would have been right. */
export function FlawItem({ flaw, grade, onShow }: Props) {
  const outcome = outcomes[grade?.outcome ?? 'missed'];
  const [first, last] = flaw.lines;
  return (
    <li className={styles.flaw} data-outcome={grade?.outcome ?? 'missed'}>
      <p className={styles.outcome}>
        <VerdictIcon verdict={outcome.verdict} />
        {outcome.label}{' '}
        {grade && grade.reported.length > 0 ? (
          <span className="muted">by your finding {grade.reported.map((index) => index + 1).join(', ')}</span>
        ) : null}
      </p>
      <h3>{flaw.title}</h3>
      <p className={styles.facts}>
        <PlaceButton onShow={() => onShow(flaw.file, first, last)}>
          {flaw.file}, {linesText(first, last)}
        </PlaceButton>
        <span>
          CWE-{flaw.cwe.best} {flaw.cwe.name}
        </span>
        <span>
          {flaw.severity}, <code>{flaw.cvss.replace('CVSS:4.0/', '')}</code>
        </span>
      </p>
      {grade && grade.outcome !== 'missed' ? (
        <>
          <p>{grade.because}</p>
          <Parts grade={grade} />
        </>
      ) : null}
      <p>
        <strong>What to do:</strong> {flaw.remediation}
      </p>
      {flaw.also.length > 0 ? (
        <p className={styles.facts}>
          <span className="muted">Also right here:</span>
          {flaw.also.map(({ file, lines: [from, to] }) => (
            <PlaceButton key={`${file}:${from}`} onShow={() => onShow(file, from, to)}>
              {file}, {linesText(from, to)}
            </PlaceButton>
          ))}
        </p>
      ) : null}
    </li>
  );
}

function Parts({ grade: { place, cwe, severity, explanation } }: { readonly grade: Grade }) {
  const parts = [
    ['place', place],
    ['weakness', cwe],
    ['severity', severity],
    ['explanation', explanation],
  ] as const;
  return (
    <p className={styles.parts}>
      {parts.map(([name, share]) => (
        <span key={name}>
          {name} <span className="number">{share === null ? 'not judged' : points(share)}</span>
        </span>
      ))}
    </p>
  );
}
