import { withContents } from '#core/threat-model/diagram/subtree.ts';
import type { TrustBoundary } from '#core/threat-model/document.ts';
import { BufferedText } from '../threats/buffered-text.tsx';
import type { Editing } from './editing.ts';
import { boundaryOptions, outside, PlaceChoice } from './place-choice.tsx';

type Props = { readonly editing: Editing; readonly boundary: TrustBoundary };

export function BoundaryForm({ editing, boundary }: Props) {
  const { document, history } = editing;
  const { id } = boundary;
  const update = (changes: Partial<Pick<TrustBoundary, 'label' | 'description'>>): void =>
    void history.perform({ type: 'update-boundary', id, changes });
  const own = withContents(document, [id]);
  const others = document.boundaries.filter((each) => !own.has(each.id));
  const members = document.elements.filter((element) => own.has(element.id));
  return (
    <>
      <BufferedText
        label="Name"
        limit={200}
        required
        stored={boundary.label}
        onStore={(label) => update({ label: label.trim() })}
      />
      <PlaceChoice
        label="Stands in"
        options={boundaryOptions(others)}
        chosen={boundary.parent ?? outside}
        onChange={(into) =>
          history.perform({ type: 'nest', ids: [id], into: into === outside ? null : into })
        }
      />
      <BufferedText
        label="Description"
        hint="What changes at this line: who runs it, who can reach it, what is trusted."
        limit={4000}
        rows={3}
        stored={boundary.description}
        onStore={(description) => update({ description })}
      />
      <p className="muted small">
        {members.length === 0
          ? 'No element stands in it.'
          : `In it: ${members.map(({ label }) => label).join(', ')}.`}
      </p>
    </>
  );
}
