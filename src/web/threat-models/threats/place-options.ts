import type { ThreatModel } from '#core/threat-model/document.ts';
import type { PickerOption } from './picker.tsx';
import { placeKindLabels } from './threat-labels.ts';

/** Elements and flows, as a threat can act on them. */
export function threatPlaces({ elements, flows }: ThreatModel): readonly PickerOption[] {
  const names = new Map(elements.map(({ id, label }) => [id, label]));
  return [
    ...elements.map(({ id, label, kind }) => ({ id, label, detail: placeKindLabels[kind] })),
    ...flows.map(({ id, label, from, to }) => ({
      id,
      label,
      detail: `${placeKindLabels.flow}, ${names.get(from) ?? from} → ${names.get(to) ?? to}`,
    })),
  ];
}

/** Elements, flows and trust boundaries, as a mitigation can be built in them. */
export const mitigationPlaces = (model: ThreatModel): readonly PickerOption[] => [
  ...threatPlaces(model),
  ...model.boundaries.map(({ id, label }) => ({ id, label, detail: placeKindLabels.boundary })),
];

/** The threats under their numbers. */
export const numberedThreats = ({ threats }: ThreatModel): readonly PickerOption[] =>
  threats.map(({ id, title }, index) => ({ id, label: `${index + 1}. ${title}`, detail: '' }));

/** What things are called, by id. */
export type Names = ReadonlyMap<string, string>;

/** The labels of elements, flows and trust boundaries. */
export const namesIn = ({ elements, flows, boundaries }: ThreatModel): Names =>
  new Map([...elements, ...flows, ...boundaries].map(({ id, label }) => [id, label]));

/** The labels of the ids in their order. */
export const labelsOf = (ids: readonly string[], names: Names): readonly string[] =>
  ids.map((id) => names.get(id) ?? id);
