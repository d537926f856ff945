import styles from './length.module.css';
import { lengthText, roomIn, spokenLength } from './room.ts';

type Props = {
  /** What the field is described by. */
  readonly id: string;
  readonly text: string;
  readonly limit: number;
};

/** Tells how much room a field has left, once that matters. The field itself lets more in, so that nothing is lost. */
export function LengthNote({ id, text, limit }: Props) {
  const { length } = text;
  const room = roomIn(length, limit);
  return (
    <>
      {room === 'ample' ? null : (
        <p className={styles.note} data-room={room} aria-hidden="true">
          {lengthText(length, limit)}
        </p>
      )}
      <span id={id} role="status" className="visually-hidden">
        {spokenLength(length, limit)}
      </span>
    </>
  );
}
