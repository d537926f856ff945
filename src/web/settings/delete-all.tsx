import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { Dialog } from '#web/ui/dialog.tsx';
import { Problem } from '#web/ui/states.tsx';
import styles from './settings.module.css';

const word = 'delete';

export function DeleteAll() {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <h3>Delete</h3>
      <p className={styles.explain}>
        Removes every attempt, draft, own question and setting from this machine for good.
      </p>
      <button type="button" className="button danger" onClick={() => setOpen(true)}>
        Delete everything
      </button>
      {open ? <Confirm onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

/** Typing the word is the seat belt: no click alone deletes everything. */
function Confirm({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: calls.deleteData,
    onSuccess: () => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('hotseat.draft.')) localStorage.removeItem(key);
      client.clear();
      window.location.assign('/');
    },
  });
  const ready = typed.trim().toLowerCase() === word;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) remove.mutate();
  };
  return (
    <Dialog title="Delete everything?" onClose={onClose}>
      <form onSubmit={onSubmit} className={styles.stack}>
        <p>This cannot be undone. If you may want it back, export first.</p>
        <div className="field">
          <label htmlFor="confirm">Type “{word}” to go on</label>
          <input
            id="confirm"
            className="input"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <div className="buttons">
          <button type="submit" className="button danger" disabled={!ready || remove.isPending}>
            Delete everything
          </button>
          <button type="button" className="button" onClick={onClose}>
            Keep it
          </button>
        </div>
        {remove.isError ? <Problem error={remove.error} /> : null}
      </form>
    </Dialog>
  );
}
