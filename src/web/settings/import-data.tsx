import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { calls, type ImportBody } from '#web/ui/api/calls.ts';
import type { ImportPreview } from '#web/ui/api/types.ts';
import { plural } from '#web/ui/labels.ts';
import { Problem } from '#web/ui/states.tsx';
import { holdsWhat, mergeDoes, replaceDoes } from './import-plan.ts';
import styles from './settings.module.css';

type Mode = 'merge' | 'replace';
type Chosen = { readonly document: ImportBody; readonly preview: ImportPreview };

/** Asks the server, which refuses here what it would refuse at the import; `null` for a file that is no JSON. */
async function look(file: File): Promise<Chosen | null> {
  let document: ImportBody;
  try {
    document = JSON.parse(await file.text());
  } catch {
    return null;
  }
  return { document, preview: await calls.previewImport(document) };
}

export function ImportData() {
  const [mode, setMode] = useState<Mode>('merge');
  const file = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const chosen = useMutation({ mutationFn: look });
  const send = useMutation({
    mutationFn: (document: ImportBody) => calls.importData(document, mode),
    onSuccess: () => {
      chosen.reset();
      if (file.current) file.current.value = '';
      void client.invalidateQueries();
    },
  });
  const choose = (next: File | undefined): void => {
    send.reset();
    chosen.reset();
    if (next) chosen.mutate(next);
  };
  const found = chosen.data;
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
        onChange={(event) => choose(event.target.files?.[0])}
      />
      {chosen.isPending ? <p role="status">Reading the file …</p> : null}
      {found === null ? (
        <p className={styles.refused} role="alert">
          This file is not JSON. Choose one that “Export everything” wrote.
        </p>
      ) : null}
      {chosen.isError ? <Problem error={chosen.error} /> : null}
      {found ? (
        <Plan
          preview={found.preview}
          mode={mode}
          busy={send.isPending}
          onMode={setMode}
          onImport={() => send.mutate(found.document)}
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
  return (
    <div className={styles.plan}>
      <p role="status">{holdsWhat(preview)}</p>
      <fieldset className={styles.modes}>
        <legend className="visually-hidden">How to import</legend>
        <label>
          <input type="radio" name="mode" checked={mode === 'merge'} onChange={() => onMode('merge')} />
          <span>
            <strong>Merge.</strong> {mergeDoes(preview)}
          </span>
        </label>
        <label>
          <input type="radio" name="mode" checked={mode === 'replace'} onChange={() => onMode('replace')} />
          <span>
            <strong>Replace.</strong> {replaceDoes(preview)}
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
