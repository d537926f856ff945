import '@xyflow/react/dist/base.css';
import {
  ConnectionMode,
  type FinalConnectionState,
  ReactFlow,
  type ReactFlowProps,
  ReactFlowProvider,
  useStore,
} from '@xyflow/react';
import {
  type DragEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { singleKeysOn } from '#web/ui/shell/single-keys.ts';
import { type Editing, only } from '../editor/editing.ts';
import styles from './board.module.css';
import { BoardActions } from './board-actions.ts';
import type { FlowEdge } from './board-edges.ts';
import { pressKey } from './board-keys.ts';
import type { BoardNode } from './board-nodes.ts';
import { draggedKind } from './drag.ts';
import { ElementBox } from './element-node.tsx';
import { FlowLine } from './flow-line.tsx';
import { Frame } from './frame-node.tsx';
import { Tools } from './tools.tsx';
import { type BoardDesk, useBoard } from './use-board.ts';

const nodeTypes = { element: ElementBox, frame: Frame };
const edgeTypes = { flow: FlowLine };
const several = ['Shift', 'Control', 'Meta'];
/** Below this zoom nobody can read the label of a flow, and drawing hundreds of them costs frames. */
const readable = 0.45;
const many = 100;
const fit = { padding: 0.12, maxZoom: 1.1 };

const noAttribution = { hideAttribution: true };

type Props = { readonly editing: Editing };

/** The data-flow diagram: drawn by mouse, by touch, and by keys alone. */
export function Board({ editing }: Props) {
  return (
    <ReactFlowProvider>
      <BoardWithTools editing={editing} />
    </ReactFlowProvider>
  );
}

function BoardWithTools({ editing }: Props) {
  const wrapper = useRef<HTMLElement>(null);
  const desk = useBoard(editing, wrapper);
  const handlers = useHandlers(desk);
  const { document, readOnly } = editing;
  const isFar = useStore(({ transform }) => transform[2] < readable) && document.flows.length > many;
  return (
    <div className={styles.whole}>
      <Tools desk={desk} wrapper={wrapper} />
      <section
        ref={wrapper}
        className={styles.board}
        aria-label="Board"
        data-far={isFar || undefined}
        tabIndex={-1}
        onKeyDown={(event) => onKey(desk, event)}
        onFocus={(event) => onFocus(desk, event)}
      >
        <BoardActions value={desk.actions}>
          <ReactFlow
            nodes={desk.nodes}
            edges={desk.edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={desk.onNodesChange}
            onEdgesChange={desk.onEdgesChange}
            {...handlers}
            connectionMode={ConnectionMode.Loose}
            nodesDraggable={!readOnly}
            nodesConnectable={!readOnly}
            multiSelectionKeyCode={several}
            deleteKeyCode={null}
            disableKeyboardA11y
            onlyRenderVisibleElements
            panOnScroll
            zoomOnDoubleClick={false}
            minZoom={0.1}
            maxZoom={2.5}
            fitView
            fitViewOptions={fit}
            proOptions={noAttribution}
          />
        </BoardActions>
        {document.elements.length + document.boundaries.length === 0 ? <Empty readOnly={readOnly} /> : null}
      </section>
    </div>
  );
}

/** The same functions at every turn: each new one would make everything on the board look whether it has changed. */
function useHandlers(desk: BoardDesk) {
  const latest = useRef(desk);
  useLayoutEffect(() => {
    latest.current = desk;
  });
  return useMemo((): ReactFlowProps<BoardNode, FlowEdge> => {
    const now = (): BoardDesk => latest.current;
    return {
      onNodeDragStop: (_event, node, nodes) => now().drop(nodes.length > 0 ? nodes : [node]),
      onSelectionDragStop: (_event, nodes) => now().drop(nodes),
      onNodeClick: (event, { id }) => chooseOne(now(), event, id),
      onConnect: ({ source, target }) => now().connect(source, target),
      onConnectEnd: (event, state) => connectToBody(now(), event, state),
      onDragOver: (event) => allowDrop(event, now().editing.readOnly),
      onDrop: (event) => now().dropKind(event),
      isValidConnection: ({ source, target }) => source !== target,
    };
  }, []);
}

const Empty = ({ readOnly }: { readonly readOnly: boolean }) => (
  <div className={styles.empty}>
    {readOnly ? (
      <p>Nothing is drawn here.</p>
    ) : (
      <>
        <p>Drag an actor, a process or a store here, or type into “Add by typing”:</p>
        <p>
          <code>actor Browser</code>, then <code>process Upload API</code>, then{' '}
          <code>flow Picture from Browser to Upload API</code>
        </p>
      </>
    )}
  </div>
);

const thingAt = (target: EventTarget | null): string | undefined => {
  const thing = target instanceof Element ? target.closest('[data-id]') : null;
  return thing?.getAttribute('data-id') ?? undefined;
};

function onKey(desk: BoardDesk, event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement) return;
  const isSingle = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
  if (isSingle && !singleKeysOn()) return;
  if (!pressKey(desk, event, thingAt(event.target) !== undefined)) return;
  event.preventDefault();
  event.stopPropagation();
}

/** A click on one of several leaves it alone selected. */
function chooseOne({ editing }: BoardDesk, event: MouseEvent, id: string): void {
  const isMore = event.shiftKey || event.ctrlKey || event.metaKey;
  if (!isMore && editing.selection.size > 1) editing.select(only(id));
}

function onFocus(desk: BoardDesk, event: FocusEvent): void {
  const id = thingAt(event.target);
  if (id !== undefined && id !== desk.current) desk.setFocused(id);
}

/** A flow may be let go anywhere on its target, not only on the dot. */
function connectToBody(
  desk: BoardDesk,
  event: globalThis.MouseEvent | TouchEvent,
  state: FinalConnectionState,
): void {
  if (state.toHandle || !state.fromNode) return;
  const point = 'changedTouches' in event ? event.changedTouches[0] : event;
  if (!point) return;
  const id = thingAt(globalThis.document.elementFromPoint(point.clientX, point.clientY));
  const isElement = desk.editing.document.elements.some((element) => element.id === id);
  if (id !== undefined && isElement && id !== state.fromNode.id) desk.connect(state.fromNode.id, id);
}

function allowDrop(event: DragEvent, readOnly: boolean): void {
  if (readOnly || !draggedKind.isIn(event.dataTransfer)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
}
