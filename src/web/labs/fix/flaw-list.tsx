import { PlaceButton } from '../code/place-button.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import { linesText } from '../lab-labels.ts';
import styles from './fix.module.css';

type Props = {
  readonly desk: AtDesk;
  readonly onShow: (file: string, first: number, last: number) => void;
};

/** What is to be fixed, as the review told; lines are those of the original. */
export function FlawList({ desk, onShow }: Props) {
  return (
    <ol className={styles.flaws}>
      {(desk.session.review?.truth ?? []).map(({ id, title, file, lines: [first, last], remediation }) => (
        <li key={id}>
          <h3>{title}</h3>
          <PlaceButton onShow={() => onShow(file, first, last)}>
            {file}, {linesText(first, last)}
          </PlaceButton>
          <p className="small">{remediation}</p>
        </li>
      ))}
    </ol>
  );
}
