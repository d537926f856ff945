import { useEffect, useRef } from 'react';
import { focusFirst } from '../dialog.tsx';
import { LengthNote } from './length-note.tsx';
import { roomIn } from './room.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly limit: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The field is left. */
  readonly onBlur?: () => void;
  readonly required?: boolean;
  /** A text area of so many rows; a line without it. */
  readonly rows?: number;
  readonly className?: string | undefined;
  /** It has the focus when its dialog opens. */
  readonly first?: boolean;
};

/** A labeled field that lets a text in whole, says when it is too long, and then keeps its form from being sent. */
export function TextField({
  id,
  label,
  hint,
  limit,
  value,
  onChange,
  onBlur,
  required = false,
  rows,
  className = '',
  first = false,
}: Props) {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const over = roomIn(value.length, limit) === 'over';
  useEffect(() => field.current?.setCustomValidity(over ? 'Too long: shorten it first.' : ''), [over]);
  const Field = rows === undefined ? 'input' : 'textarea';
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <Field
        ref={(element: (HTMLInputElement & HTMLTextAreaElement) | null) => {
          field.current = element;
          if (first) focusFirst(element);
        }}
        id={id}
        className={`input ${className}`}
        aria-describedby={hint ? `${id}-hint ${id}-length` : `${id}-length`}
        aria-invalid={over || undefined}
        required={required}
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
      <LengthNote id={`${id}-length`} text={value} limit={limit} />
    </div>
  );
}
