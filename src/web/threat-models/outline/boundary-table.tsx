import { withContents } from '#core/threat-model/diagram/subtree.ts';
import type { TrustBoundary } from '#core/threat-model/document.ts';
import type { Editing } from '../editor/editing.ts';
import { DeleteCell, DescriptionCell, Grid, NameCell, NestCell } from './cells.tsx';

type Props = { readonly editing: Editing };

const heads = ['Name', 'Stands in', 'Description', 'Elements in it', 'Delete'];

export function BoundaryTable({ editing }: Props) {
  const { boundaries } = editing.document;
  return (
    <Grid heads={heads} isEmpty={boundaries.length === 0} none="There is no trust boundary yet.">
      {boundaries.map((boundary) => (
        <BoundaryRow key={boundary.id} editing={editing} boundary={boundary} />
      ))}
    </Grid>
  );
}

function BoundaryRow({ editing, boundary }: Props & { readonly boundary: TrustBoundary }) {
  const { document, history } = editing;
  const { id, label } = boundary;
  const update = (changes: Partial<Pick<TrustBoundary, 'label' | 'description'>>): void =>
    void history.perform({ type: 'update-boundary', id, changes });
  const own = withContents(document, [id]);
  return (
    <tr>
      <NameCell of={boundary} onStore={(text) => update({ label: text })} />
      <NestCell
        editing={editing}
        id={id}
        label={`Boundary around ${label}`}
        boundaries={document.boundaries.filter((each) => !own.has(each.id))}
        into={boundary.parent}
      />
      <DescriptionCell of={boundary} onStore={(description) => update({ description })} />
      <td className="figure">{document.elements.filter((element) => own.has(element.id)).length}</td>
      <DeleteCell editing={editing} of={boundary} />
    </tr>
  );
}
