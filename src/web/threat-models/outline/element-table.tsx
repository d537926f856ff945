import { elementKinds } from '#core/content/threat-model-vocabulary.ts';
import type { Element } from '#core/threat-model/document.ts';
import { kindLabels } from '../editor/describe.ts';
import type { Editing } from '../editor/editing.ts';
import { ChoiceCell, DeleteCell, DescriptionCell, Grid, NameCell, NestCell, ScopeCell } from './cells.tsx';

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
      <NameCell of={element} onStore={(text) => update({ label: text })} />
      <ChoiceCell label={`Kind of ${label}`} options={kinds} chosen={element.kind} onChange={setKind} />
      <NestCell
        editing={editing}
        id={id}
        label={`Trust boundary of ${label}`}
        boundaries={document.boundaries}
        into={element.boundary}
      />
      <ScopeCell of={element} onChange={(inScope) => update({ inScope })} />
      <DescriptionCell of={element} onStore={(description) => update({ description })} />
      <DeleteCell editing={editing} of={element} />
    </tr>
  );
}
