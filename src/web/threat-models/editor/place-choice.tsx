import { useId } from 'react';
import type { TrustBoundary } from '#core/threat-model/document.ts';

type Option = { readonly id: string; readonly label: string };
type Props = {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChange: (id: string) => void;
  readonly disabled?: boolean;
  /** The label is spoken only. */
  readonly isBare?: boolean;
};

/** One of the things of a model, by its label. */
export function PlaceChoice({ label, options, chosen, onChange, disabled = false, isBare = false }: Props) {
  const id = useId();
  return (
    <div className={isBare ? undefined : 'field'}>
      <label htmlFor={id} className={isBare ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={chosen}
        disabled={disabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** No id is empty, so that the empty one can mean outside of all boundaries. */
export const outside = '';

export const boundaryOptions = (boundaries: readonly TrustBoundary[]): readonly Option[] => [
  { id: outside, label: 'Outside of all' },
  ...boundaries.map(({ id, label }) => ({ id, label })),
];
