import { boundaryPaths } from '../boundaries.ts';
import { areaInside, diagramBoxes, settled } from '../diagram/boxes.ts';
import { freePlace } from '../diagram/geometry.ts';
import { movedBy, withContents } from '../diagram/subtree.ts';
import type { ThreatModel } from '../document.ts';
import { innermostAround } from '../formats/nesting.ts';
import { makeRoom } from './make-room.ts';

/**
 * Puts elements and boundaries into a boundary; what cannot go there, since it is around it, stays. What is not drawn
 * there already moves to a free place of the boundary, with everything in it.
 */
export function nest(model: ThreatModel, ids: readonly string[], into: string | null): ThreatModel {
  const above = into === null ? [] : (boundaryPaths(model).get(into) ?? []);
  const around = containers(model);
  const moving = ids.filter((id) => !above.includes(id) && around.has(id) && around.get(id) !== into);
  if (moving.length === 0) return model;
  const nested = moving.reduce((at, id) => drawnIn(inside(at, id, into), id, into), settled(model));
  return makeRoom(model, settled(nested), into);
}

/** The boundary that each element and boundary stands in, by id. */
const containers = ({ elements, boundaries }: ThreatModel): ReadonlyMap<string, string | null> =>
  new Map([
    ...elements.map(({ id, boundary }) => [id, boundary] as const),
    ...boundaries.map(({ id, parent }) => [id, parent] as const),
  ]);

const inside = (model: ThreatModel, id: string, into: string | null): ThreatModel => ({
  ...model,
  elements: model.elements.map((item) => (item.id === id ? { ...item, boundary: into } : item)),
  boundaries: model.boundaries.map((item) => (item.id === id ? { ...item, parent: into } : item)),
});

function drawnIn(model: ThreatModel, id: string, into: string | null): ThreatModel {
  const box = model.layout[id];
  if (!box) return model;
  const own = withContents(model, [id]);
  const boxes = diagramBoxes(model);
  const frames = model.boundaries.flatMap((frame) => {
    const at = model.layout[frame.id];
    return at && !own.has(frame.id) ? [{ id: frame.id, box: at }] : [];
  });
  if (innermostAround(box, frames) === into) return model;
  const siblings = [...containers(model)].filter(([other, at]) => at === into && other !== id);
  const others = siblings.flatMap(([other]) => boxes.get(other) ?? []);
  const frame = into === null ? undefined : model.layout[into];
  const place = freePlace(box, areaInside(frame, others), others);
  const moved = movedBy(model, [id], { x: place.x - box.x, y: place.y - box.y });
  return { ...model, layout: { ...model.layout, ...moved } };
}
