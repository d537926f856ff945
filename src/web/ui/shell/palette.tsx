import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { labQueries } from '../api/lab-queries.ts';
import { queries } from '../api/queries.ts';
import { scenarioQueries } from '../api/scenario-queries.ts';
import { Dialog, focusFirst } from '../dialog.tsx';
import { useDebounced } from '../use-debounced.ts';
import styles from './palette.module.css';
import {
  type Command,
  useCommands,
  useLabCommands,
  useQuestionCommands,
  useScenarioCommands,
} from './palette-commands.ts';

type Props = { readonly onClose: () => void; readonly onHelp: () => void };

/** Pages, actions, labs and questions behind one field (the combobox pattern of the ARIA practices). */
export function Palette({ onClose, onHelp }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const id = useId();
  const query = useDebounced(typed.trim(), 120);
  const questions = useQuery({
    ...queries.questions({ query }, { limit: 8, offset: 0 }),
    enabled: query !== '',
  });
  const commands = useCommands(typed, onHelp);
  const found = useQuestionCommands(query === '' ? [] : (questions.data?.items ?? []));
  const labs = useQuery({ ...labQueries.labs(), enabled: query !== '' });
  const foundLabs = useLabCommands(query === '' ? [] : (labs.data?.labs ?? []), query);
  const scenarios = useQuery({ ...scenarioQueries.scenarios(), enabled: query !== '' });
  const foundScenarios = useScenarioCommands(query === '' ? [] : (scenarios.data?.items ?? []), query);
  const options = [...commands, ...foundLabs, ...foundScenarios, ...found];
  const current = Math.min(chosen, Math.max(0, options.length - 1));

  const act = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      const next = (current + step + options.length) % options.length;
      setChosen(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      act(options[current]);
    }
  };

  return (
    <Dialog title="Go to" onClose={onClose} anchored>
      <input
        ref={focusFirst}
        className="input"
        role="combobox"
        aria-label="Page, lab, question or action"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? `${id}-${current}` : undefined}
        placeholder="Page, lab, question or action"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Matches" className={styles.list} tabIndex={-1}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox
          <div
            key={option.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={styles.option}
            onClick={() => act(option)}
            onMouseMove={() => setChosen(index)}
          >
            <span>{option.title}</span>
            <span className={styles.kind}>{option.kind}</span>
          </div>
        ))}
      </div>
      {options.length === 0 ? <p className="muted">Nothing matches “{typed}”.</p> : null}
    </Dialog>
  );
}
