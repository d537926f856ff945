import { settled } from '../diagram/boxes.ts';
import { element, flow, type ThreatModel, trustBoundary } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import type { AddCommand } from './command.ts';

/** The model with one more element, boundary or flow; undefined where its shape is wrong. */
export function add(model: ThreatModel, command: AddCommand): ThreatModel | undefined {
  switch (command.type) {
    case 'add-element': {
      const { data } = element.safeParse(command.element);
      return data && drawn({ ...model, elements: [...model.elements, data] }, data.id, command.box);
    }
    case 'add-boundary': {
      const { data } = trustBoundary.safeParse(command.boundary);
      return data && drawn({ ...model, boundaries: [...model.boundaries, data] }, data.id, command.box);
    }
    case 'add-flow': {
      const { data } = flow.safeParse(command.flow);
      return data && { ...model, flows: [...model.flows, data] };
    }
    default:
      return command satisfies never;
  }
}

const drawn = (model: ThreatModel, id: string, box: Box | undefined): ThreatModel =>
  settled(box ? { ...model, layout: { ...model.layout, [id]: box } } : model);
