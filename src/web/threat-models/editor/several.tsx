import { Actions } from './actions.tsx';
import type { Editing } from './editing.ts';
import styles from './editor.module.css';
import { boundaryOptions, outside, PlaceChoice } from './place-choice.tsx';

type Props = { readonly editing: Editing };

const undecided = ' ';

export function Several({ editing }: Props) {
  const { document, history, selection, readOnly, say } = editing;
  const chosen = [...selection];
  const move = (into: string): void => {
    if (into === undecided) return;
    history.perform({ type: 'nest', ids: chosen, into: into === outside ? null : into });
    say('Moved the selection.');
  };
  const options = [
    { id: undecided, label: 'Choose a boundary' },
    ...boundaryOptions(document.boundaries.filter(({ id }) => !selection.has(id))),
  ];
  return (
    <div className={styles.properties}>
      <h2>{chosen.length} selected</h2>
      {readOnly ? null : (
        <>
          <PlaceChoice label="Put all into" options={options} chosen={undecided} onChange={move} />
          <Actions editing={editing} />
        </>
      )}
    </div>
  );
}
