import type { Flow } from '#core/threat-model/document.ts';
import type { Editing } from '../editor/editing.ts';
import { ChoiceCell, DeleteCell, DescriptionCell, Grid, NameCell, ScopeCell, TextCell } from './cells.tsx';

type Props = { readonly editing: Editing };

const heads = ['Name', 'From', 'To', 'Protocol', 'In scope', 'Description', 'Delete'];

export function FlowTable({ editing }: Props) {
  const { flows } = editing.document;
  const none = 'There is no flow yet. Write “flow from X to Y” above.';
  return (
    <Grid heads={heads} isEmpty={flows.length === 0} none={none}>
      {flows.map((flow) => (
        <FlowRow key={flow.id} editing={editing} flow={flow} />
      ))}
    </Grid>
  );
}

function FlowRow({ editing, flow }: Props & { readonly flow: Flow }) {
  const { document, history } = editing;
  const { id, label } = flow;
  const update = (changes: Partial<Omit<Flow, 'id' | 'facts'>>): void =>
    void history.perform({ type: 'update-flow', id, changes });
  const ends = document.elements.map((element) => ({ id: element.id, label: element.label }));
  return (
    <tr>
      <NameCell of={flow} onStore={(text) => update({ label: text })} />
      <ChoiceCell
        label={`Where ${label} begins`}
        options={ends}
        chosen={flow.from}
        onChange={(from) => update({ from })}
      />
      <ChoiceCell
        label={`Where ${label} ends`}
        options={ends}
        chosen={flow.to}
        onChange={(to) => update({ to })}
      />
      <td>
        <TextCell
          label={`Protocol of ${label}`}
          limit={80}
          stored={flow.protocol}
          onStore={(protocol) => update({ protocol })}
        />
      </td>
      <ScopeCell of={flow} onChange={(inScope) => update({ inScope })} />
      <DescriptionCell of={flow} onStore={(description) => update({ description })} />
      <DeleteCell editing={editing} of={flow} />
    </tr>
  );
}
