import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { modelCalls } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import { Problem } from '#web/ui/states.tsx';
import styles from './models.module.css';

export function NewModel() {
  const [title, setTitle] = useState('');
  const navigate = useNavigate();
  const client = useQueryClient();
  const creation = useMutation({
    mutationFn: () => modelCalls.create({ title: title.trim() }),
    onSuccess: ({ model }) => {
      client.setQueryData(modelQueries.model(model.id).queryKey, model);
      void client.invalidateQueries({ queryKey: modelQueries.models().queryKey });
      void navigate({ to: '/threat-models/$id', params: { id: model.id } });
    },
  });
  return (
    <form
      className={styles.begin}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') creation.mutate();
      }}
    >
      <div className="field">
        <label htmlFor="new-model">New model</label>
        <input
          id="new-model"
          className="input"
          value={title}
          maxLength={200}
          placeholder="Title, such as “Checkout service”"
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      <button type="submit" className="button primary" disabled={title.trim() === '' || creation.isPending}>
        Create
      </button>
      {creation.isError ? <Problem error={creation.error} /> : null}
    </form>
  );
}
