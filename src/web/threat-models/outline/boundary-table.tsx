import { withContents } from '#core/threat-model/diagram/subtree.ts';
import type { TrustBoundary } from '#core/threat-model/document.ts';
import type { Editing } from '../editor/editing.ts';
import { boundaryOptions, outside, PlaceChoice } from '../editor/place-choice.tsx';
import { DeleteCell, Grid, TextCell } from './cells.tsx';

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
      <th scope="row">
        <TextCell
          label={`Name of ${label}`}
          limit={200}
          required
          stored={label}
          onStore={(text) => update({ label: text.trim() })}
        />
      </th>
      <td>
        <PlaceChoice
          isBare
          label={`Boundary around ${label}`}
          options={boundaryOptions(document.boundaries.filter((each) => !own.has(each.id)))}
          chosen={boundary.parent ?? outside}
          onChange={(into) =>
            history.perform({ type: 'nest', ids: [id], into: into === outside ? null : into })
          }
        />
      </td>
      <td>
        <TextCell
          isWide
          label={`Description of ${label}`}
          limit={4000}
          stored={boundary.description}
          onStore={(description) => update({ description })}
        />
      </td>
      <td className="figure">{document.elements.filter((element) => own.has(element.id)).length}</td>
      <td>
        <DeleteCell editing={editing} id={id} label={label} />
      </td>
    </tr>
  );
}
