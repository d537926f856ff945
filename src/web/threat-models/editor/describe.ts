import type { ElementKind } from '#core/content/threat-model-vocabulary.ts';
import type { Element, Flow, ThreatModel } from '#core/threat-model/document.ts';

export const kindLabels: Readonly<Record<ElementKind, string>> = {
  actor: 'Actor',
  process: 'Process',
  store: 'Store',
};

/** The label of an element, flow or boundary, by id. */
export function labelsOf({ elements, flows, boundaries }: ThreatModel): ReadonlyMap<string, string> {
  return new Map([...elements, ...flows, ...boundaries].map(({ id, label }) => [id, label]));
}

export const labelOf = (model: ThreatModel, id: string): string => labelsOf(model).get(id) ?? id;

/** One thing by its label, several by their number. */
export function namesOf(model: ThreatModel, ids: readonly string[]): string {
  const [first = ''] = ids;
  return ids.length === 1 ? `“${labelOf(model, first)}”` : `${ids.length} things`;
}

export const flowWords = (flow: Flow, labels: ReadonlyMap<string, string>): string =>
  `Flow “${flow.label}” from ${labels.get(flow.from) ?? flow.from} to ${labels.get(flow.to) ?? flow.to}`;

export function elementWords(element: Element, labels: ReadonlyMap<string, string>): string {
  const place = element.boundary === null ? '' : `, in ${labels.get(element.boundary) ?? element.boundary}`;
  return `${kindLabels[element.kind]} “${element.label}”${place}${element.inScope ? '' : ', out of scope'}`;
}
