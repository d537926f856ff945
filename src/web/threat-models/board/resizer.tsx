import { NodeResizer } from '@xyflow/react';
import { useContext } from 'react';
import styles from './board.module.css';
import { BoardActions } from './board-actions.ts';

type Props = { readonly id: string; readonly least: { readonly width: number; readonly height: number } };

/** Grips at the corners and edges of what is selected. Positions count from the frame around it. */
export function Resizer({ id, least }: Props) {
  const { resized, readOnly } = useContext(BoardActions);
  if (readOnly) return null;
  return (
    <NodeResizer
      minWidth={least.width}
      minHeight={least.height}
      handleClassName={styles.grip ?? ''}
      lineClassName={styles.gripLine ?? ''}
      onResizeEnd={(_event, { x, y, width, height }) => resized(id, { x, y, width, height })}
    />
  );
}
