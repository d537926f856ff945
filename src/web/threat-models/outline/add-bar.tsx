import { elementKinds } from '#core/content/threat-model-vocabulary.ts';
import type { ModelCommand } from '#core/threat-model/edit/command.ts';
import { newId } from '#core/threat-model/edit/new-id.ts';
import { kindLabels } from '../editor/describe.ts';
import { type Editing, only } from '../editor/editing.ts';
import { QuickAdd } from '../editor/quick-add.tsx';
import styles from './outline.module.css';

type Props = { readonly editing: Editing };

const kinds = [...elementKinds, 'boundary'] as const;
type Kind = (typeof kinds)[number];

const titleOf = (kind: Kind): string => (kind === 'boundary' ? 'Boundary' : kindLabels[kind]);

const commandOf = (kind: Kind, id: string, inside: string | null): ModelCommand =>
  kind === 'boundary'
    ? { type: 'add-boundary', boundary: { id, label: 'Trust boundary', parent: inside } }
    : { type: 'add-element', element: { id, kind, label: kindLabels[kind], boundary: inside } };

/** New things go into the boundary that is selected, or beside the element that is. */
export function AddBar({ editing }: Props) {
  const { document, history, selection, select, say } = editing;
  const [chosen] = selection.size === 1 ? selection : [];
  const boundary = document.boundaries.find(({ id }) => id === chosen);
  const element = document.elements.find(({ id }) => id === chosen);
  const inside = boundary?.id ?? element?.boundary ?? null;
  const add = (kind: Kind): void => {
    const id = newId(document, titleOf(kind));
    if (history.perform(commandOf(kind, id, inside)) === document) return;
    select(only(id));
    say(`Added a ${titleOf(kind).toLowerCase()}. Its name is below.`);
  };
  return (
    <div className={styles.bar}>
      <fieldset className={styles.adds}>
        <legend className="visually-hidden">Add to the model</legend>
        {kinds.map((kind) => (
          <button key={kind} type="button" className="button small" onClick={() => add(kind)}>
            + {titleOf(kind)}
          </button>
        ))}
      </fieldset>
      <QuickAdd editing={editing} />
    </div>
  );
}
