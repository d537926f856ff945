import type { NodeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import styles from './board.module.css';
import { BoardActions } from './board-actions.ts';
import type { FrameNode } from './board-nodes.ts';
import { RenameField } from './rename-field.tsx';
import { Resizer } from './resizer.tsx';

const least = { width: 120, height: 80 };
const sides = ['top', 'right', 'bottom', 'left'] as const;

/** A trust boundary: taken by its border or its label, so that one can select and pan within it. */
export const Frame = memo(function Frame({ id, data, selected }: NodeProps<FrameNode>) {
  const { boundary, renaming } = data;
  const { rename } = useContext(BoardActions);
  return (
    <>
      <div className={styles.frame} data-selected={selected || undefined}>
        {sides.map((side) => (
          <span key={side} className={styles.side} data-side={side} />
        ))}
        {renaming ? (
          <span className={styles.frameLabel}>
            <RenameField id={id} label={boundary.label} />
          </span>
        ) : (
          // biome-ignore lint/a11y/noStaticElementInteractions: a short cut by mouse; F2 does the same by key
          <span className={styles.frameLabel} onDoubleClick={() => rename(id)}>
            {boundary.label}
          </span>
        )}
      </div>
      {data.alone && !renaming ? <Resizer id={id} least={least} /> : null}
    </>
  );
});
