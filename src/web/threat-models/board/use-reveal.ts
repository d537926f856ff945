import { getViewportForBounds, useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useCallback } from 'react';
import { diagramBoxes } from '#core/threat-model/diagram/boxes.ts';
import { union } from '#core/threat-model/diagram/geometry.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { Box } from '#core/threat-model/formats/nesting.ts';

/** Frames in which something new may still come onto the board. */
const patience = 20;

function boxOf(model: ThreatModel, id: string): Box | undefined {
  const boxes = diagramBoxes(model);
  const flow = model.flows.find((each) => each.id === id);
  const ends = flow ? [boxes.get(flow.from), boxes.get(flow.to)] : [boxes.get(id)];
  return union(ends.filter((box) => box !== undefined));
}

/** Below this zoom a diagram is seen whole but not read. */
const smallest = 0.6;
const padding = 0.08;

/** The part of the board that the window shows: the page may be scrolled, or the window low. */
function shownPart(
  board: HTMLElement | null,
  height: number,
): { readonly top: number; readonly height: number } {
  const area = board?.getBoundingClientRect();
  if (!area) return { top: 0, height };
  const [top, bottom] = [Math.max(area.top, 0), Math.min(area.bottom, window.innerHeight)];
  return bottom - top < 150 ? { top: 0, height } : { top: top - area.top, height: bottom - top };
}

/**
 * Brings something into view, if it is not; `reveal` gives it the focus too; `follow` shows the whole diagram with
 * what is new in it, as long as that can be read; `showAll` shows it whole in any case.
 */
export function useReveal(wrapper: RefObject<HTMLElement | null>) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const bringIntoView = useCallback(
    (model: ThreatModel, id: string): void => {
      const box = boxOf(model, id);
      const { transform, width, height } = store.getState();
      const [left, top, zoom] = transform;
      if (
        box &&
        !isShown(box, { x: -left / zoom, y: -top / zoom, width: width / zoom, height: height / zoom })
      )
        void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom });
    },
    [flow, store],
  );
  const showAll = useCallback(
    (model: ThreatModel): void => {
      const all = union([...diagramBoxes(model).values()]);
      const { width, height } = store.getState();
      const part = shownPart(wrapper.current, height);
      if (!all) return;
      const next = getViewportForBounds(all, width, part.height, 0.1, 1.1, padding);
      void flow.setViewport({ ...next, y: next.y + part.top });
    },
    [flow, store, wrapper],
  );
  const follow = useCallback(
    (model: ThreatModel, id: string): void => {
      const [box, all] = [boxOf(model, id), union([...diagramBoxes(model).values()])];
      const { transform, width, height } = store.getState();
      const [left, top, zoom] = transform;
      const part = shownPart(wrapper.current, height);
      const view = {
        x: -left / zoom,
        y: (part.top - top) / zoom,
        width: width / zoom,
        height: part.height / zoom,
      };
      if (!box || !all || isWhole(box, view)) return;
      const fitted = (what: Box, least: number) =>
        getViewportForBounds(what, width, part.height, least, Math.max(Math.min(zoom, 1), least), padding);
      const whole = fitted(all, 0.1);
      const next = whole.zoom < smallest ? fitted(box, smallest) : whole;
      void flow.setViewport({ ...next, y: next.y + part.top });
    },
    [flow, store, wrapper],
  );
  const reveal = useCallback(
    (model: ThreatModel, id: string): void => {
      bringIntoView(model, id);
      focusSoon(wrapper, id, patience);
    },
    [bringIntoView, wrapper],
  );
  return { follow, reveal, showAll };
}

const isShown = (box: Box, view: Box): boolean =>
  box.x + box.width > view.x + 20 &&
  box.x < view.x + view.width - 20 &&
  box.y + box.height > view.y + 20 &&
  box.y < view.y + view.height - 20;

function focusSoon(wrapper: RefObject<HTMLElement | null>, id: string, frames: number): void {
  const found = wrapper.current?.querySelector<HTMLElement | SVGElement>(`[data-id="${CSS.escape(id)}"]`);
  const isTyping = wrapper.current?.querySelector('input:focus');
  if (found && !isTyping) found.focus({ preventScroll: true });
  else if (frames > 0 && !isTyping) requestAnimationFrame(() => focusSoon(wrapper, id, frames - 1));
}

const isWhole = (box: Box, view: Box): boolean =>
  box.x >= view.x &&
  box.y >= view.y &&
  box.x + box.width <= view.x + view.width &&
  box.y + box.height <= view.y + view.height;
