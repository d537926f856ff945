import type { ThreatModel } from '../document.ts';
import { layOut } from './lay-out.ts';

/** The model with a layout: its own, or a new one where it has none at all. */
export const drawn = (model: ThreatModel): ThreatModel =>
  Object.keys(model.layout).length === 0 && model.elements.length > 0
    ? { ...model, layout: layOut(model) }
    : model;
