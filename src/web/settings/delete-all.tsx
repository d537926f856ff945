import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { DeleteDialog } from '#web/ui/delete-dialog.tsx';
import { focusFirst } from '#web/ui/dialog.tsx';
import { clearAllMirrors } from '#web/ui/drafts/mirror-store.ts';
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
  const deletion = useMutation({
    mutationFn: calls.deleteData,
    onSuccess: () => {
      clearAllMirrors(localStorage);
      client.clear();
      window.location.assign('/');
    },
  });
  return (
    <DeleteDialog
      title="Delete everything?"
      action="Delete everything"
      deletion={deletion}
      onClose={onClose}
      held={typed.trim().toLowerCase() !== word}
    >
      <p>This cannot be undone. If you may want it back, export first.</p>
      <div className="field">
        <label htmlFor="confirm">Type “{word}” to go on</label>
        <input
          ref={focusFirst}
          id="confirm"
          className="input"
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
    </DeleteDialog>
  );
}
