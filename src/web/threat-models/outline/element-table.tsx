import { elementKinds } from '#core/content/threat-model-vocabulary.ts';
import type { Element } from '#core/threat-model/document.ts';
import { kindLabels } from '../editor/describe.ts';
import type { Editing } from '../editor/editing.ts';
import { boundaryOptions, outside, PlaceChoice } from '../editor/place-choice.tsx';
import { CheckCell, DeleteCell, Grid, TextCell } from './cells.tsx';

type Props = { readonly editing: Editing };

const heads = ['Name', 'Kind', 'Trust boundary', 'In scope', 'Description', 'Delete'];

export function ElementTable({ editing }: Props) {
  const { elements } = editing.document;
  return (
    <Grid heads={heads} isEmpty={elements.length === 0} none="There is no element yet.">
      {elements.map((element) => (
        <ElementRow key={element.id} editing={editing} element={element} />
      ))}
    </Grid>
  );
}

const kinds = elementKinds.map((id) => ({ id, label: kindLabels[id] }));

function ElementRow({ editing, element }: Props & { readonly element: Element }) {
  const { document, history } = editing;
  const { id, label } = element;
  const update = (changes: Partial<Pick<Element, 'label' | 'description' | 'inScope'>>): void =>
    void history.perform({ type: 'update-element', id, changes });
  const setKind = (chosen: string): void => {
    const kind = elementKinds.find((each) => each === chosen);
    if (kind) history.perform({ type: 'set-kind', id, kind });
  };
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
          label={`Kind of ${label}`}
          options={kinds}
          chosen={element.kind}
          onChange={setKind}
        />
      </td>
      <td>
        <PlaceChoice
          isBare
          label={`Trust boundary of ${label}`}
          options={boundaryOptions(document.boundaries)}
          chosen={element.boundary ?? outside}
          onChange={(into) =>
            history.perform({ type: 'nest', ids: [id], into: into === outside ? null : into })
          }
        />
      </td>
      <td>
        <CheckCell
          label={`${label} is in scope`}
          checked={element.inScope}
          onChange={(inScope) => update({ inScope })}
        />
      </td>
      <td>
        <TextCell
          isWide
          label={`Description of ${label}`}
          limit={4000}
          stored={element.description}
          onStore={(description) => update({ description })}
        />
      </td>
      <td>
        <DeleteCell editing={editing} id={id} label={label} />
      </td>
    </tr>
  );
}
