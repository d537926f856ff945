import { settled } from '../diagram/boxes.ts';
import { element, flow, type ThreatModel, trustBoundary } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import type { AddCommand } from './command.ts';
import { makeRoom } from './make-room.ts';

/** The model with one more element, boundary or flow; undefined where its shape is wrong. */
export function add(model: ThreatModel, command: AddCommand): ThreatModel | undefined {
  switch (command.type) {
    case 'add-element': {
      const { data } = element.safeParse(command.element);
      if (!data) return undefined;
      const next = { ...model, elements: [...model.elements, data] };
      return command.box ? drawn(next, data.id, command.box) : makeRoom(model, settled(next), data.boundary);
    }
    case 'add-boundary': {
      const { data } = trustBoundary.safeParse(command.boundary);
      // A second boundary of this name could stand in the first, and so in itself.
      if (!data || model.boundaries.some(({ id }) => id === data.id)) return undefined;
      const next = { ...model, boundaries: [...model.boundaries, data] };
      return command.box ? drawn(next, data.id, command.box) : makeRoom(model, settled(next), data.parent);
    }
    case 'add-flow': {
      const { data } = flow.safeParse(command.flow);
      return data && { ...model, flows: [...model.flows, data] };
    }
    default:
      return command satisfies never;
  }
}

const drawn = (model: ThreatModel, id: string, box: Box): ThreatModel =>
  settled({ ...model, layout: { ...model.layout, [id]: box } });
