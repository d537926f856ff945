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

/** The labels of the ids in the order of the ids. */
export function labelsOf(ids: readonly string[], options: readonly PickerOption[]): readonly string[] {
  const labels = new Map(options.map(({ id, label }) => [id, label]));
  return ids.map((id) => labels.get(id) ?? id);
}
