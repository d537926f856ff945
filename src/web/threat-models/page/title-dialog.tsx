import { type FormEvent, useState } from 'react';
import { Dialog, focusFirst } from '#web/ui/dialog.tsx';
import type { ModelHistory } from '../use-model-history.ts';
import styles from './model-page.module.css';

type Props = { readonly history: ModelHistory; readonly onClose: () => void };

export function TitleDialog({ history, onClose }: Props) {
  const [title, setTitle] = useState(history.document.title);
  const [description, setDescription] = useState(history.document.description);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (title.trim() === '') return;
    history.perform({ type: 'set-texts', changes: { title: title.trim(), description } });
    onClose();
  };
  return (
    <Dialog title="Title and description" onClose={onClose}>
      <form className={styles.form} onSubmit={onSubmit}>
        <div className="field">
          <label htmlFor="model-title">Title</label>
          <input
            ref={focusFirst}
            id="model-title"
            className="input"
            required
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="model-description">Description</label>
          <textarea
            id="model-description"
            className="input"
            rows={5}
            maxLength={4000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </div>
        <div className="buttons">
          <button type="submit" className="button primary" disabled={title.trim() === ''}>
            Keep
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </div>
      </form>
    </Dialog>
  );
}
