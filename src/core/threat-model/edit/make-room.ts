import { boundaryPaths } from '../boundaries.ts';
import { diagramBoxes, settled } from '../diagram/boxes.ts';
import { overlap } from '../diagram/geometry.ts';
import { movedBy } from '../diagram/subtree.ts';
import type { ThreatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';

/**
 * The model in which the boundaries around a thing, that grew since `before` to hold it, stand on nothing that is not
 * in them: what stands to the right of one or below it moves on as far as it grew. Nothing moves that is in no way.
 */
export function makeRoom(before: ThreatModel, after: ThreatModel, inside: string | null): ThreatModel {
  const frames = inside === null ? [] : (boundaryPaths(after).get(inside) ?? []);
  const old = diagramBoxes(before);
  return frames.reduce((model, frame) => {
    const box = old.get(frame);
    return box ? pushedOff(model, frame, box) : model;
  }, after);
}

function pushedOff(model: ThreatModel, frame: string, old: Box): ThreatModel {
  const boxes = diagramBoxes(model);
  const now = boxes.get(frame);
  const beside = siblingsOf(model, frame).flatMap((id) => {
    const box = boxes.get(id);
    return box && !overlap(box, old, 0) ? [{ id, box }] : [];
  });
  if (!now || !beside.some(({ box }) => overlap(box, now, 0))) return model;
  const [right, bottom] = [old.x + old.width, old.y + old.height];
  const by = { x: now.x + now.width - right, y: now.y + now.height - bottom };
  const moved = beside.map(({ id, box }) =>
    movedBy(model, [id], { x: box.x >= right ? by.x : 0, y: box.y >= bottom ? by.y : 0 }),
  );
  const { layout } = settled(model);
  return settled({ ...model, layout: Object.assign({}, layout, ...moved) });
}

function siblingsOf({ elements, boundaries }: ThreatModel, frame: string): readonly string[] {
  const around = boundaries.find(({ id }) => id === frame)?.parent ?? null;
  return [
    ...elements.filter(({ boundary }) => boundary === around).map(({ id }) => id),
    ...boundaries.filter(({ id, parent }) => parent === around && id !== frame).map(({ id }) => id),
  ];
}
