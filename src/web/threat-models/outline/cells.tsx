import type { ReactNode } from 'react';
import type { Editing } from '../editor/editing.ts';
import { removeChosen } from '../editor/edits.ts';
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

type CheckProps = {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
};

export const CheckCell = ({ label, checked, onChange }: CheckProps) => (
  <input
    type="checkbox"
    aria-label={label}
    checked={checked}
    onChange={(event) => onChange(event.target.checked)}
  />
);

type DeleteProps = { readonly editing: Editing; readonly id: string; readonly label: string };

export const DeleteCell = ({ editing, id, label }: DeleteProps) => (
  <button
    type="button"
    className="button plain small"
    aria-label={`Delete ${label}`}
    onClick={() => removeChosen(editing, [id])}
  >
    Delete
  </button>
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
