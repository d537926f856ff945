import { type EdgeProps, type InternalNode, useInternalNode } from '@xyflow/react';
import { memo, useContext, useMemo } from 'react';
import { flowPath } from '#core/threat-model/diagram/flow-path.ts';
import { textWidth, wrap } from '#core/threat-model/diagram/wrap.ts';
import type { Box } from '#core/threat-model/formats/nesting.ts';
import styles from './board.module.css';
import { BoardActions } from './board-actions.ts';
import type { FlowEdge } from './board-edges.ts';
import { RenameField } from './rename-field.tsx';

const size = 12;
const step = 15;
const room = { width: 130, size, lines: 3 };

const boxOf = ({ internals, measured }: InternalNode): Box => ({
  ...internals.positionAbsolute,
  width: measured.width ?? 0,
  height: measured.height ?? 0,
});

/** A flow as an arrow from edge to edge of its elements, with its label halfway. */
export const FlowLine = memo(function FlowLine({ id, source, target, data, selected }: EdgeProps<FlowEdge>) {
  const [from, to] = [useInternalNode(source), useInternalNode(target)];
  const { rename } = useContext(BoardActions);
  const label = data?.flow.label ?? '';
  const rows = useMemo(() => wrap(label, room), [label]);
  if (!from || !to || !data) return null;
  const { line, head, label: at } = flowPath(boxOf(from), boxOf(to), data.bow);
  const top = at.y - (rows.length * step) / 2;
  const width = Math.max(...rows.map((row) => textWidth(row, size))) + 8;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut by mouse; F2 does the same by key
    <g
      className={styles.flow}
      data-selected={selected || undefined}
      data-out={!data.flow.inScope || undefined}
      onDoubleClick={() => rename(id)}
    >
      <path d={line} className={styles.reach} />
      <path d={line} className={styles.line} />
      <path d={head} className={styles.head} />
      {data.renaming ? (
        <foreignObject x={at.x - 90} y={at.y - 16} width={180} height={32}>
          <RenameField id={id} label={label} />
        </foreignObject>
      ) : (
        <>
          <rect x={at.x - width / 2} y={top} width={width} height={rows.length * step} rx={2} />
          <text x={at.x} y={top} fontSize={size}>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
              <tspan key={index} x={at.x} dy={index === 0 ? 11.5 : step}>
                {row}
              </tspan>
            ))}
          </text>
        </>
      )}
    </g>
  );
});
