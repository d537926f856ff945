import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { dropPlace } from './drop-place.ts';

type Drag = { readonly from: number; readonly to: number };

export type DragHandle = {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
};

type DragOrder = {
  readonly drag: Drag | null;
  /** For the handle of the item at a place. */
  readonly handle: (index: number) => DragHandle;
  /** Whether the click that follows belongs to a drag. */
  readonly hasDragged: () => boolean;
  readonly cancel: () => void;
};

/** Pixels that a hand trembles while it clicks. */
const tremble = 4;
const edge = 80;
const step = 14;

/** Order by dragging a handle, by mouse, pen or finger; the heads of the items are marked with `data-head`. */
export function useDragOrder(
  list: RefObject<HTMLElement | null>,
  onMove: (from: number, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null);
  const begun = useRef(0);
  const dragged = useRef(false);
  const follow = (event: PointerEvent): void => {
    if (!drag || !list.current) return;
    if (Math.abs(event.clientY - begun.current) > tremble) dragged.current = true;
    if (!dragged.current) return;
    if (event.clientY < edge) window.scrollBy(0, -step);
    if (event.clientY > window.innerHeight - edge) window.scrollBy(0, step);
    const heads = [...list.current.querySelectorAll('[data-head]')].map((head) =>
      head.getBoundingClientRect(),
    );
    const middles = heads.map(({ top, height }) => top + height / 2);
    setDrag({ from: drag.from, to: dropPlace(middles, drag.from, event.clientY) });
  };
  const drop = (): void => {
    if (drag && dragged.current && drag.to !== drag.from) onMove(drag.from, drag.to);
    setDrag(null);
  };
  return {
    drag,
    handle: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        dragged.current = false;
        begun.current = event.clientY;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ from: index, to: index });
      },
      onPointerMove: follow,
      onPointerUp: drop,
      onPointerCancel: () => setDrag(null),
    }),
    hasDragged: () => dragged.current,
    cancel: () => setDrag(null),
  };
}
