import { useId } from 'react';
import { TextField } from '#web/ui/length/text-field.tsx';
import { useBuffered } from './use-buffered.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly limit: number;
  readonly stored: string;
  readonly onStore: (text: string) => void;
  readonly required?: boolean;
  /** A text area of so many rows; a line without it. */
  readonly rows?: number;
  readonly className?: string | undefined;
};

/** A labeled field that is stored at a pause and when it is left. */
export function BufferedText({ stored, onStore, limit, required = false, ...rest }: Props) {
  const id = useId();
  const { value, change, flush } = useBuffered(
    stored,
    onStore,
    (text) => text.length <= limit && !(required && text.trim() === ''),
  );
  const leave = (): void => {
    if (required && value.trim() === '') change(stored);
    else flush();
  };
  return (
    <TextField
      id={id}
      limit={limit}
      value={value}
      onChange={change}
      onBlur={leave}
      required={required}
      {...rest}
    />
  );
}
