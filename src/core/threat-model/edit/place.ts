import { settled } from '../diagram/boxes.ts';
import type { ThreatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';

type ByName<T> = Readonly<Record<string, T>>;

/** The model with these boxes, and these things in other boundaries; what had no box is drawn where it was shown. */
export function place(model: ThreatModel, boxes: ByName<Box>, into: ByName<string | null> = {}): ThreatModel {
  const { layout } = settled(model);
  return settled({
    ...model,
    layout: { ...layout, ...boxes },
    elements: model.elements.map((item) =>
      Object.hasOwn(into, item.id) ? { ...item, boundary: into[item.id] ?? null } : item,
    ),
    boundaries: model.boundaries.map((item) =>
      Object.hasOwn(into, item.id) ? { ...item, parent: into[item.id] ?? null } : item,
    ),
  });
}
