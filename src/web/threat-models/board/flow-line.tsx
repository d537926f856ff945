import { EdgeLabelRenderer, type EdgeProps, type InternalNode, useInternalNode } from '@xyflow/react';
import { memo, useContext } from 'react';
import { flowPath } from '#core/threat-model/diagram/flow-path.ts';
import type { Box } from '#core/threat-model/formats/nesting.ts';
import styles from './board.module.css';
import { BoardActions } from './board-actions.ts';
import type { FlowEdge } from './board-edges.ts';
import { RenameField } from './rename-field.tsx';

const boxOf = ({ internals, measured }: InternalNode): Box => ({
  ...internals.positionAbsolute,
  width: measured.width ?? 0,
  height: measured.height ?? 0,
});

/** A flow as an arrow from edge to edge of its elements, with its label halfway and above everything. */
export const FlowLine = memo(function FlowLine({ id, source, target, data, selected }: EdgeProps<FlowEdge>) {
  const [from, to] = [useInternalNode(source), useInternalNode(target)];
  const { rename, choose } = useContext(BoardActions);
  if (!from || !to || !data) return null;
  const { line, head, label: at } = flowPath(boxOf(from), boxOf(to), data.bow);
  const state = { 'data-selected': selected || undefined, 'data-out': !data.flow.inScope || undefined };
  return (
    <>
      <g className={styles.flow} {...state}>
        <path d={line} className={styles.reach} />
        <path d={line} className={styles.line} />
        <path d={head} className={styles.head} />
      </g>
      <EdgeLabelRenderer>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: by key, the arrow itself is chosen and renamed */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: by key, the arrow itself is chosen and renamed */}
        <div
          className={`${styles.flowLabel} nodrag nopan`}
          {...state}
          style={{ left: at.x, top: at.y }}
          onClick={(event) => choose(id, event.shiftKey || event.ctrlKey || event.metaKey)}
          onDoubleClick={() => rename(id)}
        >
          {data.renaming ? <RenameField id={id} label={data.flow.label} /> : <span>{data.flow.label}</span>}
        </div>
      </EdgeLabelRenderer>
    </>
  );
});
