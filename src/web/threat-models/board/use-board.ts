import { useReactFlow } from '@xyflow/react';
import { type DragEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { diagramBoxes } from '#core/threat-model/diagram/boxes.ts';
import { elementSize, emptyFrame } from '#core/threat-model/diagram/geometry.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';
import { boundaryAt, dropCommand } from '#core/threat-model/edit/drop.ts';
import { newId } from '#core/threat-model/edit/new-id.ts';
import { flowCommand } from '#core/threat-model/edit/quick-add.ts';
import type { Box } from '#core/threat-model/formats/nesting.ts';
import { kindLabels, labelOf, namesOf } from '../editor/describe.ts';
import { type Editing, only, type Selection } from '../editor/editing.ts';
import { removeChosen } from '../editor/edits.ts';
import { renameCommand } from '../editor/rename.ts';
import type { Actions } from './board-actions.ts';
import type { BoardView } from './board-nodes.ts';
import { type Addable, draggedKind } from './drag.ts';
import { useBoardNodes } from './use-board-nodes.ts';
import { useReveal } from './use-reveal.ts';

type Point = { readonly x: number; readonly y: number };

/** Everything the board can do, for its keys, its tools and what stands on it. */
export function useBoard(editing: Editing, wrapper: RefObject<HTMLElement | null>) {
  const { document, history, selection, select, say, readOnly } = editing;
  const flow = useReactFlow();
  const { follow, reveal, showAll } = useReveal(wrapper);
  const [focused, setFocused] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [connecting, setConnecting] = useState<string | null>(null);
  const ids = [...document.elements, ...document.boundaries, ...document.flows].map(({ id }) => id);
  const current = focused !== null && ids.includes(focused) ? focused : (ids[0] ?? null);
  const view: BoardView = useMemo(
    () => ({ selection, focused: current, renaming, connecting }),
    [selection, current, renaming, connecting],
  );
  const board = useBoardNodes(document, view, select);

  const show = (id: string, model = document): void => {
    select(only(id));
    setFocused(id);
    reveal(model, id);
  };
  /** Adds something, and lets its name be typed at once where it has none yet. */
  const add = (id: string, command: ModelCommand, isNamed = false): void => {
    const model = history.perform(command);
    if (model === document) return;
    show(id, model);
    if (!isNamed) setRenaming(id);
    say(`Added ${namesOf(model, [id])}.`);
  };
  const connect = (from: string, to: string): void => {
    setConnecting(null);
    const { command, id } = flowCommand(document, from, to);
    add(id, command);
  };
  /** What had the focus is gone, so that the board takes it. */
  const remove = (gone: readonly string[]): void => {
    removeChosen(editing, gone);
    wrapper.current?.focus({ preventScroll: true });
  };
  const addAt = (kind: Addable, at: Point): void => {
    const size = kind === 'boundary' ? emptyFrame : elementSize;
    const box = { x: Math.round(at.x - size.width / 2), y: Math.round(at.y - size.height / 2), ...size };
    const label = kind === 'boundary' ? 'Trust boundary' : kindLabels[kind];
    const id = newId(document, label);
    const inside = boundaryAt(document, box);
    add(id, addCommand(kind, { id, label, inside, box }));
  };
  const dropKind = (event: DragEvent): void => {
    const kind = draggedKind.read(event.dataTransfer);
    if (!kind || readOnly) return;
    event.preventDefault();
    addAt(kind, flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }));
  };
  const startRename = (id: string): void => {
    if (readOnly) return;
    setFocused(id);
    setRenaming(id);
  };
  const finishRename = (id: string, label: string): void => {
    setRenaming(null);
    const command = renameCommand(document, id, label.trim());
    const model = command ? history.perform(command) : document;
    if (model !== document) say(`Named “${labelOf(model, id)}”.`);
    requestAnimationFrame(() => reveal(model, id));
  };
  const resize = (id: string, box: Box): void => {
    const parent = parentOf(document, id);
    const corner = parent === null ? undefined : diagramBoxes(document).get(parent);
    const rounded = {
      x: Math.round(box.x + (corner?.x ?? 0)),
      y: Math.round(box.y + (corner?.y ?? 0)),
      width: Math.round(box.width),
      height: Math.round(box.height),
    };
    if (history.perform({ type: 'place', boxes: { [id]: rounded } }) === document) board.settle();
  };
  const moveBy = (moving: readonly string[], by: Point): void => {
    const model = history.perform(dropCommand(document, moving, by));
    if (model === document) board.settle();
    else say(movedWords(document, model, moving));
  };
  /** After a drag: where the first of the nodes stands now tells how far all of them went. */
  const drop = (moved: readonly { readonly id: string }[]): void => {
    const [first] = moved;
    const from = first && diagramBoxes(document).get(first.id);
    const to = first && flow.getInternalNode(first.id)?.internals.positionAbsolute;
    if (!from || !to) return;
    moveBy(
      moved.map(({ id }) => id),
      { x: Math.round(to.x - from.x), y: Math.round(to.y - from.y) },
    );
  };

  const latest = useRef({ startRename, finishRename, resize });
  useEffect(() => {
    latest.current = { startRename, finishRename, resize };
  });
  const actions: Actions = useMemo(
    () => ({
      choose: (id, isMore) => {
        select((before) => (isMore ? toggled(before, id) : new Set([id])));
        setFocused(id);
      },
      rename: (id) => latest.current.startRename(id),
      renamed: (id, label) => latest.current.finishRename(id, label),
      resized: (id, box) => latest.current.resize(id, box),
      readOnly,
    }),
    [readOnly, select],
  );
  return {
    ...board,
    editing,
    actions,
    current,
    connecting,
    setConnecting,
    setFocused,
    show,
    add,
    addAt,
    dropKind,
    connect,
    remove,
    startRename,
    moveBy,
    drop,
    follow,
    reveal,
    showAll,
  };
}

export function toggled(selection: Selection, id: string): Selection {
  const next = new Set(selection);
  if (!next.delete(id)) next.add(id);
  return next;
}

export type BoardDesk = ReturnType<typeof useBoard>;

type New = {
  readonly id: string;
  readonly label: string;
  readonly inside: string | null;
  readonly box: Box;
};

const addCommand = (kind: Addable, { id, label, inside, box }: New): ModelCommand =>
  kind === 'boundary'
    ? { type: 'add-boundary', boundary: { id, label, parent: inside }, box }
    : { type: 'add-element', element: { id, kind, label, boundary: inside }, box };

function parentOf({ elements, boundaries }: Editing['document'], id: string): string | null {
  const element = elements.find((each) => each.id === id);
  return element ? element.boundary : (boundaries.find((each) => each.id === id)?.parent ?? null);
}

function movedWords(
  before: Editing['document'],
  after: Editing['document'],
  moved: readonly string[],
): string {
  const [first = ''] = moved;
  const place = parentOf(after, first);
  const names = namesOf(after, moved);
  if (place === parentOf(before, first)) return `Moved ${names}.`;
  return place === null
    ? `Moved ${names} out of all boundaries.`
    : `Moved ${names} into “${labelOf(after, place)}”.`;
}
