import { type FormEvent, useId, useState } from 'react';
import { TextField } from '#web/ui/length/text-field.tsx';
import { useSaid } from '../use-said.ts';
import styles from './form.module.css';

type Props = {
  readonly label: string;
  /** What the button says. */
  readonly action: string;
  readonly limit: number;
  readonly onAdd: (text: string) => void;
};

/** Where the focus goes when what had it is gone: to the line of its list that adds another. */
export const focusAddLine = (area: HTMLElement | null): void =>
  area?.querySelector<HTMLElement>('form input')?.focus();

/** A line that is added by Enter and then empty for the next one. */
export function AddLine({ label, action, limit, onAdd }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const [said, say] = useSaid();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onAdd(text.trim());
    say(`“${text.trim()}” is added.`);
    setText('');
  };
  return (
    <form className={styles.addLine} onSubmit={onSubmit}>
      <TextField id={id} label={label} limit={limit} value={text} onChange={setText} />
      <button type="submit" className="button">
        {action}
      </button>
      <span role="status" className="visually-hidden">
        {said}
      </span>
    </form>
  );
}
