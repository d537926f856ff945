import styles from './list.module.css';
import type { Moving } from './moving.ts';

type Props = { readonly title: string; readonly index: number; readonly moving: Moving };

/** The ways to move a threat, for those who neither drag nor know the keys. */
export function MoveBar({ title, index, moving: { last, onMove, onCancel } }: Props) {
  const ways = [
    { name: 'To first', to: 0, ends: index === 0 },
    { name: 'Up', to: index - 1, ends: index === 0 },
    { name: 'Down', to: index + 1, ends: index === last },
    { name: 'To last', to: last, ends: index === last },
  ];
  return (
    <fieldset className={styles.moveBar}>
      <legend className="visually-hidden">Move “{title}”</legend>
      {ways.map(({ name, to, ends }) => (
        <button
          key={name}
          type="button"
          className="button small"
          aria-disabled={ends}
          onClick={() => {
            if (!ends) onMove(to);
          }}
        >
          {name}
        </button>
      ))}
      <button type="button" className="button plain small" onClick={onCancel}>
        Done
      </button>
    </fieldset>
  );
}
