import { lazy, Suspense, useMemo, useState } from 'react';
import { Loading } from '#web/ui/states.tsx';
import switching from '#web/ui/view-switch.module.css';
import { Outline } from '../outline/outline.tsx';
import { Tables } from '../outline/tables.tsx';
import type { ModelHistory } from '../use-model-history.ts';
import { useSaid } from '../use-said.ts';
import { copy, cut, paste } from './clipboard.ts';
import type { Editing, Selection } from './editing.ts';
import styles from './editor.module.css';
import { KeyList } from './key-list.tsx';
import { Properties } from './properties.tsx';
import { Steps } from './steps.tsx';
import { useUndoKeys } from './use-undo-keys.ts';

const Board = lazy(() => import('../board/board.tsx').then((module) => ({ default: module.Board })));

const views = [
  { name: 'board', title: 'Board' },
  { name: 'outline', title: 'Outline' },
  { name: 'tables', title: 'Tables' },
] as const;
type ViewName = (typeof views)[number]['name'];

/** On a phone a list is easier to read than a drawing. */
const firstView = (): ViewName => (window.matchMedia('(max-width: 40rem)').matches ? 'outline' : 'board');

type Props = { readonly history: ModelHistory; readonly readOnly?: boolean };

/** The diagram of a model as a board, an outline and tables: three views of one document with one selection. */
export function ModelEditor({ history, readOnly = false }: Props) {
  const [shown, setShown] = useState(firstView);
  const [areKeysListed, setKeysListed] = useState(false);
  const [selection, setSelection] = useState<Selection>(new Set());
  const [said, say] = useSaid();
  const { document } = history;
  useUndoKeys(history);
  const present = useMemo(() => {
    const { elements, flows, boundaries } = document;
    return new Set([...elements, ...flows, ...boundaries].map(({ id }) => id));
  }, [document]);
  const kept = useMemo(() => new Set([...selection].filter((id) => present.has(id))), [selection, present]);
  const editing: Editing = { document, history, readOnly, selection: kept, select: setSelection, say };
  return (
    <section
      className={styles.editor}
      aria-label="Diagram"
      data-shown={shown}
      onCopy={(event) => copy(editing, event)}
      onCut={(event) => cut(editing, event)}
      onPaste={(event) => paste(editing, event)}
    >
      <div className={styles.bar}>
        <fieldset className={`${switching.switch ?? ''} ${styles.views ?? ''}`}>
          <legend className="visually-hidden">Show the model as</legend>
          {views.map(({ name, title }) => (
            <button key={name} type="button" aria-pressed={name === shown} onClick={() => setShown(name)}>
              {title}
            </button>
          ))}
        </fieldset>
        <div className={styles.steps}>
          {readOnly ? null : <Steps history={history} say={say} />}
          <button type="button" className="button small" onClick={() => setKeysListed(true)}>
            Keys
          </button>
        </div>
      </div>
      <div className={styles.body}>
        <Suspense fallback={<Loading lines={8} label="Loading the board" />}>
          {shown === 'board' ? <Board editing={editing} /> : null}
        </Suspense>
        {shown === 'outline' ? <Outline editing={editing} /> : null}
        {shown === 'tables' ? <Tables editing={editing} /> : null}
        {shown === 'board' ? (
          <aside className={styles.side} aria-label="Selection">
            <Properties editing={editing} />
          </aside>
        ) : null}
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {areKeysListed ? <KeyList onClose={() => setKeysListed(false)} /> : null}
    </section>
  );
}
