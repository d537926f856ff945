import type { FormEvent, ReactNode } from 'react';
import styles from './delete-dialog.module.css';
import { Dialog, focusFirst } from './dialog.tsx';
import { Problem } from './states.tsx';

/** A request of TanStack Query, as far as the dialog needs it. */
type Deletion = {
  readonly mutate: () => void;
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: unknown;
};

type Props = {
  readonly title: string;
  /** What the button says that deletes. */
  readonly action: string;
  readonly deletion: Deletion;
  readonly onClose: () => void;
  /** Something is still to be done before it may be deleted. */
  readonly held?: boolean;
  /** What is lost. A field in it that is marked with `focusFirst` gets the focus in place of “Keep it”. */
  readonly children: ReactNode;
};

/** Asks before something is gone for good; whoever just presses Enter keeps it. */
export function DeleteDialog({ title, action, deletion, onClose, held = false, children }: Props) {
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!held) deletion.mutate();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={onSubmit} className={styles.form}>
        {children}
        <div className="buttons">
          <button type="submit" className="button danger" disabled={held || deletion.isPending}>
            {action}
          </button>
          <button ref={focusFirst} type="button" className="button" onClick={onClose}>
            Keep it
          </button>
        </div>
        {deletion.isError ? <Problem error={deletion.error} /> : null}
      </form>
    </Dialog>
  );
}
