import { type KeyboardEvent, useId, useState } from 'react';
import { OptionList } from '#web/ui/option-list.tsx';
import styles from './picker.module.css';
import { matching } from './picker-search.ts';

export type PickerOption = { readonly id: string; readonly label: string; readonly detail: string };

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder: string;
  readonly options: readonly PickerOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};

/** Chooses several from a list by typing: arrows and Enter take one, Backspace in an empty field gives the last back. */
export function Picker({ label, hint, placeholder, options, chosen, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const isOpen = typed !== null;
  const found = isOpen ? matching(options, typed, chosen) : [];
  const current = Math.min(at, found.length - 1);
  const taken = chosen.flatMap((one) => options.find((option) => option.id === one) ?? []);

  const search = (text: string | null): void => {
    setTyped(text);
    setAt(0);
  };
  const take = (option: PickerOption | undefined): void => {
    if (option) onChange([...chosen, option.id]);
    search(null);
  };
  const giveBack = (gone: string | undefined): void => onChange(chosen.filter((one) => one !== gone));
  const move = (step: number): void => {
    if (!isOpen) {
      search('');
      return;
    }
    const next = found.length === 0 ? 0 : (current + step + found.length) % found.length;
    setAt(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const actions = new Map([
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
  ]);
  if (isOpen && found.length > 0) actions.set('Enter', () => take(found[current]));
  if (isOpen) actions.set('Escape', () => search(null));
  if (!typed && chosen.length > 0) actions.set('Backspace', () => giveBack(chosen.at(-1)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = actions.get(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className="field">
      <label htmlFor={`${id}-field`}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {taken.length > 0 ? (
        <ul className={styles.chips} aria-label={`${label}: chosen`}>
          {taken.map((option) => (
            <li key={option.id} className={styles.chip}>
              <span>{option.label}</span>
              <button type="button" onClick={() => giveBack(option.id)}>
                <span aria-hidden="true">×</span>
                <span className="visually-hidden">Remove {option.label}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles.picker}>
        <input
          id={`${id}-field`}
          className="input"
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-describedby={hint ? `${id}-hint` : undefined}
          aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? ''}
          onClick={() => search(typed ?? '')}
          onChange={(event) => search(event.target.value)}
          onBlur={() => search(null)}
          onKeyDown={onKeyDown}
        />
        <OptionList id={id} label={label} options={found} current={current} onPoint={setAt} onTake={take}>
          {(option) => (
            <>
              {option.label}
              {option.detail ? <span className={styles.detail}>{option.detail}</span> : null}
            </>
          )}
        </OptionList>
      </div>
      <span role="status" className={styles.none}>
        {isOpen && found.length === 0 ? nothingFound(typed, options.length) : ''}
      </span>
    </div>
  );
}

function nothingFound(typed: string, count: number): string {
  if (count === 0) return 'There is nothing to choose from yet.';
  return typed.trim() === '' ? 'All are chosen.' : `Nothing matches “${typed}”.`;
}
