import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, useContext } from 'react';
import styles from './board.module.css';
import { BoardActions } from './board-actions.ts';
import type { ElementNode } from './board-nodes.ts';
import { RenameField } from './rename-field.tsx';
import { Resizer } from './resizer.tsx';

const least = { width: 90, height: 44 };

/** An actor is a rectangle, a process is rounded, a store stands between two lines. */
export const ElementBox = memo(function ElementBox({ id, data, selected }: NodeProps<ElementNode>) {
  const { element, renaming, connecting, threats } = data;
  const { rename, readOnly } = useContext(BoardActions);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut by mouse; F2 does the same by key */}
      <div
        className={styles.element}
        data-kind={element.kind}
        data-out={!element.inScope || undefined}
        data-selected={selected || undefined}
        data-connecting={connecting || undefined}
        onDoubleClick={() => rename(id)}
      >
        {renaming ? (
          <RenameField id={id} label={element.label} />
        ) : (
          <span className={styles.label}>{element.label}</span>
        )}
        {threats > 0 ? (
          <span className={styles.threats} title={`Threats: ${threats}`}>
            {threats}
          </span>
        ) : null}
      </div>
      {data.alone && !renaming ? <Resizer id={id} least={least} /> : null}
      <Handle
        type="source"
        position={Position.Right}
        className={styles.handle ?? ''}
        isConnectable={!readOnly}
        aria-hidden="true"
        title="Drag to another element to draw a flow"
      />
    </>
  );
});
