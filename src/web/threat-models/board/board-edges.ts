import type { Edge } from '@xyflow/react';
import { bowsOf } from '#core/threat-model/diagram/flow-path.ts';
import type { Flow, ThreatModel } from '#core/threat-model/document.ts';
import { flowWords, labelsOf } from '../editor/describe.ts';
import { type BoardView, sameData } from './board-nodes.ts';

export type FlowEdge = Edge<
  { readonly flow: Flow; readonly bow: number; readonly renaming: boolean },
  'flow'
>;

/** The flows of a model; those that nothing changed are taken from `before`. */
export function boardEdges(
  model: ThreatModel,
  view: BoardView,
  before: readonly FlowEdge[],
): readonly FlowEdge[] {
  const bows = bowsOf(model.flows);
  const labels = labelsOf(model);
  const old = new Map(before.map((edge) => [edge.id, edge]));
  return model.flows.map((flow) => {
    const selected = view.selection.has(flow.id);
    const edge: FlowEdge = {
      id: flow.id,
      source: flow.from,
      target: flow.to,
      type: 'flow',
      selected,
      ariaLabel: `${flowWords(flow, labels)}${selected ? ', selected' : ''}`,
      domAttributes: { tabIndex: view.focused === flow.id ? 0 : -1 },
      data: { flow, bow: bows.get(flow.id) ?? 0, renaming: view.renaming === flow.id },
    };
    const known = old.get(flow.id);
    return known && isSameEdge(known, edge) ? known : edge;
  });
}

const isSameEdge = (a: FlowEdge, b: FlowEdge): boolean =>
  a.source === b.source &&
  a.target === b.target &&
  a.selected === b.selected &&
  a.ariaLabel === b.ariaLabel &&
  a.domAttributes?.tabIndex === b.domAttributes?.tabIndex &&
  sameData(a.data ?? {}, b.data ?? {});
