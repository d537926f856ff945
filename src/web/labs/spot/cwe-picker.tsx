import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { labQueries } from '#web/ui/api/lab-queries.ts';
import type { Weakness } from '#web/ui/api/lab-types.ts';
import { OptionList } from '#web/ui/option-list.tsx';
import { useDebounced } from '#web/ui/use-debounced.ts';
import styles from './spot.module.css';

type Props = { readonly cwe: number | undefined; readonly onChange: (cwe: number | undefined) => void };

const textOf = ({ id, name }: Weakness): string => `CWE-${id} ${name}`;

/** A combobox over the whole CWE list: by number, by words, or by what people call a weakness. */
export function CwePicker({ cwe, onChange }: Props) {
  const id = useId();
  const client = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const chosen = useQuery({ ...labQueries.weaknesses(String(cwe)), enabled: cwe !== undefined });
  const name = chosen.data?.weaknesses.find((one) => one.id === cwe);
  const sought = useDebounced(typed ?? '', 120);
  const found = useQuery({ ...labQueries.weaknesses(sought), enabled: typed !== null });
  const options = typed === null ? [] : (found.data?.weaknesses ?? []);
  const current = Math.min(at, options.length - 1);
  const shown = name ? textOf(name) : cwe === undefined ? '' : `CWE-${cwe}`;

  const choose = (weakness: Weakness | undefined): void => {
    if (weakness) onChange(weakness.id);
    setTyped(null);
  };
  /** Whoever types and presses Enter at once means what they typed, not what is still on the list. */
  const enter = async (text: string): Promise<void> => {
    if (sought === text && !found.isPlaceholderData && found.isSuccess) return choose(options[current]);
    const { weaknesses } = await client.fetchQuery(labQueries.weaknesses(text));
    choose(weaknesses[0]);
  };
  const move = (step: number): void => {
    if (typed === null) setTyped('');
    const next = options.length === 0 ? 0 : (current + step + options.length) % options.length;
    setAt(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const keys = new Map([
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
  ]);
  if (typed !== null) {
    keys.set('Enter', () => void enter(typed));
    keys.set('Escape', () => setTyped(null));
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keys.get(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="field">
      <label htmlFor={`${id}-field`}>Weakness (CWE)</label>
      <div className={styles.picker}>
        <input
          id={`${id}-field`}
          className="input"
          role="combobox"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
          placeholder="Number, name, or what people call it"
          autoComplete="off"
          spellCheck={false}
          value={typed ?? shown}
          onFocus={(event) => event.target.select()}
          onClick={() => setTyped((before) => before ?? '')}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            if (event.target.value === '') onChange(undefined);
          }}
          onBlur={() => setTyped(null)}
          onKeyDown={onKeyDown}
        />
        <OptionList
          id={id}
          label="Weaknesses"
          options={options}
          current={current}
          onPoint={setAt}
          onTake={choose}
        >
          {(weakness) => (
            <>
              <span className="number">{weakness.id}</span> {weakness.name}
              {weakness.common ? <span className={styles.common}>common</span> : null}
            </>
          )}
        </OptionList>
      </div>
      {typed !== null && found.isSuccess && !found.isFetching && options.length === 0 ? (
        <p className="hint">No weakness matches “{typed}”.</p>
      ) : null}
    </div>
  );
}
