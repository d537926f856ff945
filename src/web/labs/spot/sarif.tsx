import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { labCalls } from '#web/ui/api/lab-calls.ts';
import { ApiProblem } from '#web/ui/api/problem.ts';
import { plural } from '#web/ui/labels.ts';
import { Problem } from '#web/ui/states.tsx';
import type { AtDesk } from '../desk/at-desk.ts';
import styles from './spot.module.css';

const parsed = (text: string): Record<string, unknown> => {
  const notJson = { title: 'This is not a SARIF log', detail: 'The file holds no JSON object.' };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below, as for any other value that is no object.
  }
  throw new ApiProblem(400, { ...notJson, mend: 'Choose the .sarif or .json file that a scanner wrote.' });
};

/** Findings out to other tools, and in from any scanner. */
export function Sarif({ desk }: { readonly desk: AtDesk }) {
  const { session, work, edit } = desk;
  const field = useRef<HTMLInputElement>(null);
  const take = useMutation({
    mutationFn: async (file: File) => labCalls.importSarif(session.id, parsed(await file.text())),
    onSuccess: ({ findings }) => edit({ findings: [...work.findings, ...findings] }),
  });
  const save = useMutation({
    mutationFn: desk.saved,
    onSuccess: () => window.location.assign(`/api/lab-sessions/${encodeURIComponent(session.id)}/sarif`),
  });
  return (
    <details className={styles.sarif}>
      <summary>SARIF</summary>
      <div className="buttons">
        <button type="button" className="button small" onClick={() => save.mutate()}>
          Download the findings
        </button>
        <button type="button" className="button small" onClick={() => field.current?.click()}>
          Add from a scanner
        </button>
      </div>
      <input
        ref={field}
        type="file"
        hidden
        accept=".sarif,.json,application/json"
        aria-label="SARIF file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) take.mutate(file);
          event.target.value = '';
        }}
      />
      <div role="status">
        {take.isSuccess ? (
          <>
            <p>Added {plural(take.data.findings.length, 'finding')}.</p>
            <ul>
              {take.data.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      {take.isError ? <Problem error={take.error} /> : null}
      {save.isError ? <Problem error={save.error} /> : null}
    </details>
  );
}
