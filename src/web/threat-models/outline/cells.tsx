import type { ComponentProps, ReactNode } from 'react';
import type { TrustBoundary } from '#core/threat-model/document.ts';
import type { Editing } from '../editor/editing.ts';
import { removeChosen } from '../editor/edits.ts';
import { boundaryOptions, outside, PlaceChoice } from '../editor/place-choice.tsx';
import { useBuffered } from '../threats/use-buffered.ts';
import styles from './tables.module.css';

type TextProps = {
  readonly label: string;
  readonly stored: string;
  readonly limit: number;
  readonly onStore: (text: string) => void;
  readonly required?: boolean;
  readonly isWide?: boolean;
};

/** A text in a table, stored at a pause and when it is left. */
export function TextCell({ label, stored, limit, onStore, required = false, isWide = false }: TextProps) {
  const { value, change, flush } = useBuffered(stored, onStore, (text) => !required || text.trim() !== '');
  const leave = (): void => {
    if (required && value.trim() === '') change(stored);
    else flush();
  };
  return (
    <input
      className={`input ${isWide ? styles.wide : styles.text}`}
      aria-label={label}
      value={value}
      maxLength={limit}
      autoComplete="off"
      onChange={(event) => change(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
    />
  );
}

type Named = { readonly id: string; readonly label: string };
type NameProps = { readonly of: Named; readonly onStore: (label: string) => void };

/** Heads the row of what it names. */
export const NameCell = ({ of: { label }, onStore }: NameProps) => (
  <th scope="row">
    <TextCell
      label={`Name of ${label}`}
      limit={200}
      required
      stored={label}
      onStore={(text) => onStore(text.trim())}
    />
  </th>
);

type DescriptionProps = {
  readonly of: { readonly label: string; readonly description: string };
  readonly onStore: (description: string) => void;
};

export const DescriptionCell = ({ of: { label, description }, onStore }: DescriptionProps) => (
  <td>
    <TextCell isWide label={`Description of ${label}`} limit={4000} stored={description} onStore={onStore} />
  </td>
);

type ScopeProps = {
  readonly of: { readonly label: string; readonly inScope: boolean };
  readonly onChange: (inScope: boolean) => void;
};

export const ScopeCell = ({ of: { label, inScope }, onChange }: ScopeProps) => (
  <td>
    <input
      type="checkbox"
      aria-label={`${label} is in scope`}
      checked={inScope}
      onChange={(event) => onChange(event.target.checked)}
    />
  </td>
);

type ChoiceProps = Pick<ComponentProps<typeof PlaceChoice>, 'label' | 'options' | 'chosen' | 'onChange'>;

export const ChoiceCell = (choice: ChoiceProps) => (
  <td>
    <PlaceChoice isBare {...choice} />
  </td>
);

type NestProps = {
  readonly editing: Editing;
  readonly id: string;
  readonly label: string;
  readonly boundaries: readonly TrustBoundary[];
  /** The boundary around it now. */
  readonly into: string | null;
};

/** Chooses the trust boundary that something stands in. */
export const NestCell = ({ editing, id, label, boundaries, into }: NestProps) => (
  <ChoiceCell
    label={label}
    options={boundaryOptions(boundaries)}
    chosen={into ?? outside}
    onChange={(chosen) =>
      editing.history.perform({ type: 'nest', ids: [id], into: chosen === outside ? null : chosen })
    }
  />
);

type DeleteProps = { readonly editing: Editing; readonly of: Named };

export const DeleteCell = ({ editing, of: { id, label } }: DeleteProps) => (
  <td>
    <button
      type="button"
      className="button plain small"
      aria-label={`Delete ${label}`}
      onClick={() => removeChosen(editing, [id])}
    >
      Delete
    </button>
  </td>
);

type FrameProps = {
  readonly heads: readonly string[];
  readonly isEmpty: boolean;
  readonly none: string;
  readonly children: ReactNode;
};

export function Grid({ heads, isEmpty, none, children }: FrameProps) {
  if (isEmpty) return <p className="muted">{none}</p>;
  return (
    <table className="table">
      <thead>
        <tr>
          {heads.map((head, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two things may have the same name
            <th key={index} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
