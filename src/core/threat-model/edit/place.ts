import { settled } from '../diagram/boxes.ts';
import type { ThreatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';

/** The model with these boxes; what had none is drawn where it was shown. */
export function place(model: ThreatModel, boxes: Readonly<Record<string, Box>>): ThreatModel {
  if (Object.keys(boxes).length === 0) return model;
  const { layout } = settled(model);
  return settled({ ...model, layout: { ...layout, ...boxes } });
}
