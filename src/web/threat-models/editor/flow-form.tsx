import type { Flow } from '#core/threat-model/document.ts';
import { BufferedText } from '../threats/buffered-text.tsx';
import type { Editing } from './editing.ts';
import { Facts } from './facts.tsx';
import { InScope } from './in-scope.tsx';
import { PlaceChoice } from './place-choice.tsx';

type Props = { readonly editing: Editing; readonly flow: Flow };

export function FlowForm({ editing, flow }: Props) {
  const { document, history } = editing;
  const update = (changes: Partial<Omit<Flow, 'id' | 'facts'>>): void =>
    void history.perform({ type: 'update-flow', id: flow.id, changes });
  const ends = document.elements.map(({ id, label }) => ({ id, label }));
  return (
    <>
      <BufferedText
        label="Name"
        hint="What travels, such as “Picture with its owner”."
        limit={200}
        required
        stored={flow.label}
        onStore={(label) => update({ label: label.trim() })}
      />
      <PlaceChoice label="From" options={ends} chosen={flow.from} onChange={(from) => update({ from })} />
      <PlaceChoice label="To" options={ends} chosen={flow.to} onChange={(to) => update({ to })} />
      <BufferedText
        label="Protocol"
        hint="HTTPS, gRPC, SQL …"
        limit={80}
        stored={flow.protocol}
        onStore={(protocol) => update({ protocol })}
      />
      <InScope inScope={flow.inScope} onChange={(inScope) => update({ inScope })} />
      <BufferedText
        label="Description"
        limit={4000}
        rows={3}
        stored={flow.description}
        onStore={(description) => update({ description })}
      />
      <Facts editing={editing} thing={flow} />
    </>
  );
}
