import type { KeyboardEvent } from 'react';
import { diagramBoxes } from '#core/threat-model/diagram/boxes.ts';
import { namesOf } from '../editor/describe.ts';
import { only } from '../editor/editing.ts';
import { copiesOf } from '../editor/edits.ts';
import { type Direction, nearest } from './nearest.ts';
import { type BoardDesk, toggled } from './use-board.ts';

/** Pixels that one key press moves something. */
const stride = 10;
const steps: Readonly<Record<Direction, { readonly x: number; readonly y: number }>> = {
  left: { x: -stride, y: 0 },
  right: { x: stride, y: 0 },
  up: { x: 0, y: -stride },
  down: { x: 0, y: stride },
};

/** The way a key is written in the table below. */
function nameOf(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const shift = event.shiftKey ? 'Shift+' : '';
  return `${control}${shift}${event.key.length === 1 ? event.key.toLowerCase() : event.key}`;
}

/** Does what a key means on the board; false where it means nothing. */
export function pressKey(desk: BoardDesk, event: KeyboardEvent, isFocusOnThing: boolean): boolean {
  if (event.altKey) return false;
  const act = (isFocusOnThing ? onThing(desk) : onBoard(desk)).get(nameOf(event));
  act?.();
  return act !== undefined;
}

type Act = () => void;

function onBoard(desk: BoardDesk): ReadonlyMap<string, Act> {
  const { editing } = desk;
  const { document } = editing;
  return new Map<string, Act>([
    [
      'Ctrl+a',
      () => editing.select(only(...[...document.elements, ...document.boundaries].map(({ id }) => id))),
    ],
    ['Escape', () => cancel(desk)],
    ...['Home', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key): [string, Act] => [
      key,
      () => desk.current !== null && desk.show(desk.current),
    ]),
  ]);
}

function onThing(desk: BoardDesk): ReadonlyMap<string, Act> {
  const { editing, current } = desk;
  if (current === null) return onBoard(desk);
  const reading: [string, Act][] = (['Left', 'Right', 'Up', 'Down'] as const).flatMap((way) => {
    const direction = way.toLowerCase() as Direction;
    return [
      [`Arrow${way}`, () => go(desk, current, direction)] as [string, Act],
      [`Ctrl+Arrow${way}`, () => look(desk, current, direction)] as [string, Act],
    ];
  });
  reading.push(
    ['f', () => followFlow(desk, current)],
    [' ', () => editing.select((before) => toggled(before, current))],
  );
  return new Map([...onBoard(desk), ...reading, ...(editing.readOnly ? [] : writing(desk, current))]);
}

function writing(desk: BoardDesk, current: string): readonly [string, Act][] {
  const { editing } = desk;
  const chosen = editing.selection.size > 0 ? [...editing.selection] : [current];
  const moves: [string, Act][] = (['Left', 'Right', 'Up', 'Down'] as const).map((way) => [
    `Shift+Arrow${way}`,
    () => desk.moveBy(chosen, steps[way.toLowerCase() as Direction]),
  ]);
  return [
    ...moves,
    ['F2', () => desk.startRename(current)],
    ['Enter', () => (desk.connecting === null ? desk.startRename(current) : arrive(desk, current))],
    ['c', () => leave(desk, current)],
    ['Delete', () => desk.remove(chosen)],
    ['Backspace', () => desk.remove(chosen)],
    ['Ctrl+d', () => desk.setFocused(copiesOf(editing, chosen)[0] ?? current)],
  ];
}

function cancel(desk: BoardDesk): void {
  if (desk.connecting !== null) desk.editing.say('No flow was drawn.');
  desk.setConnecting(null);
  desk.editing.select(only());
}

/** From a flow, left and right lead to its ends. */
function target(desk: BoardDesk, from: string, direction: Direction): string | undefined {
  const { document } = desk.editing;
  const flow = document.flows.find(({ id }) => id === from);
  if (flow) return direction === 'left' || direction === 'up' ? flow.from : flow.to;
  return nearest(diagramBoxes(document), from, direction);
}

function go(desk: BoardDesk, from: string, direction: Direction): void {
  const id = target(desk, from, direction);
  if (id !== undefined) desk.show(id);
}

function look(desk: BoardDesk, from: string, direction: Direction): void {
  const id = target(desk, from, direction);
  if (id === undefined) return;
  desk.setFocused(id);
  desk.reveal(desk.editing.document, id);
}

/** The first flow of an element; from a flow, the next one of the element that it begins at. */
function followFlow(desk: BoardDesk, from: string): void {
  const { flows } = desk.editing.document;
  const flow = flows.find(({ id }) => id === from);
  const element = flow?.from ?? from;
  const own = flows.filter((each) => each.from === element || each.to === element);
  const next = own[(own.findIndex(({ id }) => id === from) + 1) % Math.max(1, own.length)];
  if (next) desk.show(next.id);
  else desk.editing.say('No flow begins or ends here.');
}

function leave(desk: BoardDesk, from: string): void {
  const { document, say } = desk.editing;
  const isElement = document.elements.some(({ id }) => id === from);
  if (isElement) desk.setConnecting(from);
  const how = 'go to its target by arrow keys and press Enter. Escape cancels.';
  say(isElement ? `Flow from ${namesOf(document, [from])}: ${how}` : 'A flow begins at an element.');
}

function arrive(desk: BoardDesk, to: string): void {
  const { document, say } = desk.editing;
  if (desk.connecting === null || desk.connecting === to) return;
  if (document.elements.some(({ id }) => id === to)) desk.connect(desk.connecting, to);
  else say('A flow ends at an element.');
}
