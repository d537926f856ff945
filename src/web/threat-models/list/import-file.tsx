import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { modelCalls } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import { plural } from '#web/ui/labels.ts';
import { Problem } from '#web/ui/states.tsx';
import { LossList } from '../report/loss-list.tsx';
import styles from './models.module.css';

/** Takes in a file of another tool, chosen or dropped, and says what of it was lost. */
export function ImportFile() {
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const client = useQueryClient();
  const navigate = useNavigate();
  const importing = useMutation({
    mutationFn: async (file: File) => modelCalls.create({ file: await file.text() }),
    onSuccess: ({ model, losses }) => {
      void client.invalidateQueries({ queryKey: modelQueries.models().queryKey });
      if (losses.length === 0) void navigate({ to: '/threat-models/$id', params: { id: model.id } });
    },
  });
  const take = (files: FileList | null): void => {
    const [file] = files ?? [];
    if (file) importing.mutate(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      aria-label="Import"
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <p>
        <button
          type="button"
          className="button"
          disabled={importing.isPending}
          onClick={() => field.current?.click()}
        >
          Import a file
        </button>{' '}
        <span className={styles.hint}>
          or drop it here: Hotseat, OWASP Threat Dragon 1 and 2, Open Threat Model (JSON or YAML).
        </span>
      </p>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,.yaml,.yml,.otm,application/json"
        aria-label="Threat model file"
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <div role="status">
        {importing.isPending ? <p>Reading the file …</p> : null}
        {importing.isSuccess && importing.data.losses.length > 0 ? (
          <div className={styles.imported}>
            <p>
              Imported{' '}
              <Link to="/threat-models/$id" params={{ id: importing.data.model.id }}>
                {importing.data.model.document.title}
              </Link>
              . {plural(importing.data.losses.length, 'thing')} of the file could not be carried over:
            </p>
            <LossList losses={importing.data.losses} />
          </div>
        ) : null}
      </div>
      {importing.isError ? <Problem error={importing.error} /> : null}
    </section>
  );
}
