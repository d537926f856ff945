import { useReactFlow, useStoreApi } from '@xyflow/react';
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

/** Brings something into view, if it is not; `reveal` gives it the focus too. */
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
  const reveal = useCallback(
    (model: ThreatModel, id: string): void => {
      bringIntoView(model, id);
      focusSoon(wrapper, id, patience);
    },
    [bringIntoView, wrapper],
  );
  return { bringIntoView, reveal };
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
