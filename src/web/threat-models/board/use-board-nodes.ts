import { applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { Editing, Selection } from '../editor/editing.ts';
import { boardEdges, type FlowEdge } from './board-edges.ts';
import { type BoardNode, type BoardView, boardNodes } from './board-nodes.ts';

type Change = NodeChange<BoardNode> | EdgeChange<FlowEdge>;

/** What the board shows: the model, and on top of it what is being dragged at the moment. */
export function useBoardNodes(document: ThreatModel, view: BoardView, select: Editing['select']) {
  const [nodes, setNodes] = useState(() => [...boardNodes(document, view, [])]);
  const known = useRef<readonly FlowEdge[]>([]);
  const edges = useMemo(() => {
    known.current = boardEdges(document, view, known.current);
    return [...known.current];
  }, [document, view]);
  /** Forgets what was dragged. */
  const settle = useCallback(
    () => setNodes((before) => [...boardNodes(document, view, before)]),
    [document, view],
  );
  useLayoutEffect(settle, [settle]);
  const onSelect = useCallback(
    (changes: readonly Change[]) => {
      const selects = changes.filter((change) => change.type === 'select');
      if (selects.length > 0) select((before) => selected(before, selects));
    },
    [select],
  );
  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]) => {
      onSelect(changes);
      const moves = changes.filter((change) => change.type === 'position' || isResize(change));
      if (moves.length > 0) setNodes((before) => applyNodeChanges(moves, before));
    },
    [onSelect],
  );
  return { nodes, edges, settle, onNodesChange, onEdgesChange: onSelect };
}

/** Sizes come from the model; what the browser measures is no news. */
const isResize = (change: NodeChange<BoardNode>): boolean =>
  change.type === 'dimensions' && change.resizing !== undefined;

function selected(
  before: Selection,
  changes: readonly { readonly id: string; readonly selected: boolean }[],
): Selection {
  const next = new Set(before);
  for (const change of changes) {
    if (change.selected) next.add(change.id);
    else next.delete(change.id);
  }
  return next;
}
