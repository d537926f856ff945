import type { Editing } from './editing.ts';
import { copiesOf, removeChosen } from './edits.ts';

type Props = { readonly editing: Editing };

/** What can be done with anything that is selected. */
export function Actions({ editing }: Props) {
  const chosen = [...editing.selection];
  const isOnlyFlows = chosen.every((id) => editing.document.flows.some((flow) => flow.id === id));
  return (
    <div className="buttons">
      {isOnlyFlows ? null : (
        <button type="button" className="button small" onClick={() => copiesOf(editing, chosen)}>
          Duplicate
        </button>
      )}
      <button type="button" className="button danger small" onClick={() => removeChosen(editing, chosen)}>
        Delete
      </button>
    </div>
  );
}
