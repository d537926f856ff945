import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { calls } from '#web/ui/api/calls.ts';
import { queries } from '#web/ui/api/queries.ts';
import type { Settings, Theme } from '#web/ui/api/types.ts';
import { Problem } from '#web/ui/states.tsx';
import { applyTheme } from '#web/ui/theme/theme.ts';
import styles from './settings.module.css';

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'Like the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const languages = [
  'Python',
  'Java',
  'Go',
  'JavaScript',
  'TypeScript',
  'C#',
  'Ruby',
  'PHP',
  'Rust',
  'Kotlin',
  'C',
  'C++',
];

/** Each change is stored at once; there is no button to forget. */
export function Preferences({ settings }: { readonly settings: Settings }) {
  const client = useQueryClient();
  const { queryKey } = queries.settings();
  const save = useMutation({
    mutationFn: calls.putSettings,
    onMutate: (next) => client.setQueryData(queryKey, next),
    onSettled: () => client.invalidateQueries({ queryKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['today'] }),
  });
  const set = (part: Partial<Settings>): void => save.mutate({ ...settings, ...part });
  const toggleLanguage = (name: string): void =>
    set({
      languages: settings.languages.includes(name)
        ? settings.languages.filter((each) => each !== name)
        : [...settings.languages, name],
    });
  return (
    <div className={styles.stack}>
      <InterviewDate stored={settings.interviewDate} onChange={(interviewDate) => set({ interviewDate })} />
      <fieldset className="field">
        <legend className={styles.legend}>Theme</legend>
        <div className={styles.options}>
          {themes.map(({ value, label }) => (
            <label key={value}>
              <input
                type="radio"
                name="theme"
                checked={settings.theme === value}
                onChange={() => {
                  applyTheme(value);
                  set({ theme: value });
                }}
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className={styles.legend}>Languages you work in</legend>
        <div className={styles.options}>
          {[...new Set([...languages, ...settings.languages])].map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={settings.languages.includes(name)}
                onChange={() => toggleLanguage(name)}
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <p role="status" className="muted small">
        {save.isSuccess ? 'Saved.' : 'Changes are saved as you make them.'}
      </p>
      {save.isError ? <Problem error={save.error} /> : null}
    </div>
  );
}

type DateProps = { readonly stored: string | null; readonly onChange: (date: string | null) => void };

/** While a year is typed, the field passes through dates such as 0002-11-03: those are not kept. */
function InterviewDate({ stored, onChange }: DateProps) {
  const [typed, setTyped] = useState(stored ?? '');
  const change = (value: string): void => {
    setTyped(value);
    if (value === '' || value >= '2000') onChange(value || null);
  };
  return (
    <div className="field">
      <label htmlFor="interview">Interview date</label>
      <span className="hint">The next one you want to be ready for. Nothing is scheduled past it.</span>
      <div className="buttons">
        <input
          id="interview"
          type="date"
          className={`input ${styles.date ?? ''}`}
          value={typed}
          onChange={(event) => change(event.target.value)}
        />
        {typed ? (
          <button type="button" className="button plain" onClick={() => change('')}>
            No date
          </button>
        ) : null}
      </div>
    </div>
  );
}
