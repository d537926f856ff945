import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { plural } from '#web/ui/labels.ts';
import { Problem } from '#web/ui/states.tsx';
import { type ImportPreview, previewImport } from './export-document.ts';
import styles from './settings.module.css';

type Mode = 'merge' | 'replace';

export function ImportData() {
  const [preview, setPreview] = useState<ImportPreview | string | null>(null);
  const [mode, setMode] = useState<Mode>('merge');
  const file = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const send = useMutation({
    mutationFn: (document: ImportPreview['document']) => calls.importData(document, mode),
    onSuccess: () => {
      setPreview(null);
      if (file.current) file.current.value = '';
      void client.invalidateQueries();
    },
  });
  const choose = async (chosen: File | undefined): Promise<void> => {
    send.reset();
    setPreview(chosen ? previewImport(await chosen.text()) : null);
  };
  return (
    <div>
      <h3 id="import-title">Import</h3>
      <p className={styles.explain}>
        Takes in a document that was exported here or elsewhere. Nothing changes before you say so.
      </p>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-labelledby="import-title"
        className={styles.file}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {typeof preview === 'string' ? (
        <p className={styles.refused} role="alert">
          {preview}
        </p>
      ) : null}
      {preview !== null && typeof preview === 'object' ? (
        <Plan
          preview={preview}
          mode={mode}
          busy={send.isPending}
          onMode={setMode}
          onImport={() => send.mutate(preview.document)}
        />
      ) : null}
      {send.data ? (
        <p role="status">
          Imported: {plural(send.data.attempts, 'attempt')}, {plural(send.data.ownQuestions, 'own question')}.
        </p>
      ) : null}
      {send.isError ? <Problem error={send.error} /> : null}
    </div>
  );
}

type PlanProps = {
  readonly preview: ImportPreview;
  readonly mode: Mode;
  readonly busy: boolean;
  readonly onMode: (mode: Mode) => void;
  readonly onImport: () => void;
};

/** What will happen, in words, before it does. */
function Plan({ preview, mode, busy, onMode, onImport }: PlanProps) {
  const holds = `${plural(preview.attempts, 'attempt')} and ${plural(preview.ownQuestions, 'own question')}`;
  return (
    <div className={styles.plan}>
      <p>The file holds {holds}.</p>
      <fieldset className={styles.modes}>
        <legend className="visually-hidden">How to import</legend>
        <label>
          <input type="radio" name="mode" checked={mode === 'merge'} onChange={() => onMode('merge')} />
          <span>
            <strong>Merge.</strong> Adds to what is here. Where both have the same record, the one written
            last stays.
          </span>
        </label>
        <label>
          <input type="radio" name="mode" checked={mode === 'replace'} onChange={() => onMode('replace')} />
          <span>
            <strong>Replace.</strong> Deletes everything that is here first
            {preview.hasSettings ? ', settings included' : ''}.
          </span>
        </label>
      </fieldset>
      <button
        type="button"
        className={mode === 'replace' ? 'button danger' : 'button primary'}
        disabled={busy}
        onClick={onImport}
      >
        {mode === 'replace' ? 'Delete what is here and import' : 'Merge it in'}
      </button>
    </div>
  );
}
