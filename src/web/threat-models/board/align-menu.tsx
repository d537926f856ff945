import { type Alignment, alignCommand, alignments } from '#core/threat-model/edit/align.ts';
import { fromIdentifier } from '#web/ui/labels.ts';
import type { Editing } from '../editor/editing.ts';

type Props = { readonly editing: Editing };

export function AlignMenu({ editing }: Props) {
  const { document, history, selection, say } = editing;
  const drawn = new Set([...document.elements, ...document.boundaries].map(({ id }) => id));
  const chosen = [...selection].filter((id) => drawn.has(id));
  const align = (to: Alignment | undefined): void => {
    if (!to) return;
    history.perform(alignCommand(document, chosen, to));
    say(`Aligned ${chosen.length} things: ${to}.`);
  };
  return (
    <select
      className="button small"
      aria-label="Align the selection"
      disabled={chosen.length < 2}
      title={chosen.length < 2 ? 'Select two or more to align them' : undefined}
      value=""
      onChange={(event) => align(alignments.find((to) => to === event.target.value))}
    >
      <option value="">Align</option>
      {alignments.map((to) => (
        <option key={to} value={to}>
          {fromIdentifier(to)}
        </option>
      ))}
    </select>
  );
}
