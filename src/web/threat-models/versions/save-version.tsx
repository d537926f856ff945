import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { modelCalls } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import { Problem } from '#web/ui/states.tsx';
import { afterSaving } from '../page/after-saving.ts';
import styles from './versions.module.css';

type Props = { readonly id: string; readonly saved: () => Promise<number | null> };

export function SaveVersion({ id, saved }: Props) {
  const [name, setName] = useState('');
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async () => {
      await afterSaving(saved);
      return modelCalls.saveVersion(id, name.trim());
    },
    onSuccess: () => {
      setName('');
      void client.invalidateQueries({ queryKey: modelQueries.versions(id).queryKey });
    },
  });
  return (
    <form
      className={styles.save}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') saving.mutate();
      }}
    >
      <div className="field">
        <label htmlFor="version-name">Name</label>
        <input
          id="version-name"
          className="input"
          maxLength={120}
          value={name}
          placeholder="Such as “Before the review”"
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <button type="submit" className="button" disabled={name.trim() === '' || saving.isPending}>
        Save version
      </button>
      {saving.isError ? <Problem error={saving.error} /> : null}
    </form>
  );
}
