import { type FormEvent, useId, useState } from 'react';
import type { AtDesk } from '../desk/at-desk.ts';
import { hindranceOfPath, withFile } from '../desk/work-files.ts';
import styles from './fix.module.css';

type Props = { readonly desk: AtDesk; readonly onAdded: (path: string) => void };

export function AddFile({ desk: { lab, work, edit }, onAdded }: Props) {
  const id = useId();
  const [path, setPath] = useState('');
  const [asked, setAsked] = useState(false);
  const hindrance = hindranceOfPath(lab.app, work.files, path.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (hindrance !== undefined) return;
    edit({ files: withFile(lab.app, work.files, { path: path.trim(), content: '\n' }) });
    onAdded(path.trim());
    setPath('');
    setAsked(false);
  };
  return (
    <form className={styles.add} onSubmit={submit}>
      <label htmlFor={id}>Add a file</label>
      <div>
        <input
          id={id}
          className="input"
          placeholder="path/of/the/file"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={(asked && hindrance !== undefined) || undefined}
          aria-describedby={`${id}-problem`}
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
        <button type="submit" className="button small">
          Add
        </button>
      </div>
      <p id={`${id}-problem`} className={styles.problem} role="status">
        {asked ? hindrance : ''}
      </p>
    </form>
  );
}
