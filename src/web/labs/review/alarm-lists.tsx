import type { ReactNode } from 'react';
import type { LabReview } from '#web/ui/api/lab-types.ts';
import { PlaceButton } from '../code/place-button.tsx';
import { linesText } from '../lab-labels.ts';
import styles from './review.module.css';

type OnShow = (file: string, first: number, last: number) => void;
type Props = { readonly review: LabReview; readonly onShow: OnShow };

const nearLabels = {
  'wrong-cwe': 'another weakness',
  'wrong-place': 'another place',
  'lines-off': 'lines off',
} as const;

/** What was reported and was none, what was close, and what only looked dangerous. */
export function AlarmLists({ review, onShow }: Props) {
  const { grade, reported, distractors, truth } = review;
  const titleOf = (id: string): string => truth.find((one) => one.id === id)?.title ?? id;
  return (
    <>
      <Group title="Near misses" empty="None of your findings was close to a flaw without meeting it.">
        {grade.nearMisses.map(({ reported: index, id, kind, because }) => (
          <li key={`${index}:${id}`}>
            <Reported review={review} index={index} onShow={onShow} />
            <p>
              <strong>{nearLabels[kind]}</strong>, {titleOf(id)}: {because}
            </p>
          </li>
        ))}
      </Group>
      <Group title="False alarms" empty="You raised none.">
        {grade.falseAlarms.map(({ reported: index, because }) => (
          <li key={index}>
            <Reported review={review} index={index} onShow={onShow} />
            <p>{because}</p>
          </li>
        ))}
      </Group>
      <details className={styles.group}>
        <summary>Looks dangerous and is not ({distractors.length})</summary>
        <ul>
          {distractors.map(({ file, lines: [first, last], why }) => (
            <li key={`${file}:${first}`}>
              <PlaceButton onShow={() => onShow(file, first, last)}>
                {file}, {linesText(first, last)}
              </PlaceButton>
              <p>{why}</p>
            </li>
          ))}
        </ul>
      </details>
      <p className="muted small">You reported {reported.length} in all.</p>
    </>
  );
}

function Reported({ review, index, onShow }: Props & { readonly index: number }) {
  const finding = review.reported[index];
  if (!finding) return null;
  const { file, startLine, endLine = startLine, cwe } = finding;
  return (
    <PlaceButton onShow={() => onShow(file, startLine, endLine)}>
      Finding {index + 1}: {file}, {linesText(startLine, endLine)}
      {cwe === undefined ? '' : `, CWE-${cwe}`}
    </PlaceButton>
  );
}

type GroupProps = { readonly title: string; readonly empty: string; readonly children: ReactNode[] };

function Group({ title, empty, children }: GroupProps) {
  return (
    <section className={styles.group}>
      <h2>
        {title} ({children.length})
      </h2>
      {children.length === 0 ? <p className="muted">{empty}</p> : <ul>{children}</ul>}
    </section>
  );
}
