import type { KeyboardEvent } from 'react';
import styles from './bank.module.css';

type Props = { readonly value: string; readonly onChange: (value: string) => void };

export function SearchField({ value, onChange }: Props) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-row]')?.focus();
  };
  return (
    <search className={styles.search}>
      <label htmlFor="bank-search" className="visually-hidden">
        Search the questions
      </label>
      <input
        id="bank-search"
        type="search"
        className="input"
        placeholder="Search titles and prompts"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.hint} aria-hidden="true">
        /
      </span>
    </search>
  );
}
