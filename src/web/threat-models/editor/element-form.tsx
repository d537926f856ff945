import { elementKinds } from '#core/content/threat-model-vocabulary.ts';
import type { Element } from '#core/threat-model/document.ts';
import { flowCommand } from '#core/threat-model/edit/quick-add.ts';
import { BufferedText } from '../threats/buffered-text.tsx';
import { Choice } from '../threats/choice.tsx';
import { kindLabels } from './describe.ts';
import { type Editing, only } from './editing.ts';
import { Facts } from './facts.tsx';
import { InScope } from './in-scope.tsx';
import { boundaryOptions, outside, PlaceChoice } from './place-choice.tsx';

type Props = { readonly editing: Editing; readonly element: Element };

export function ElementForm({ editing, element }: Props) {
  const { document, history } = editing;
  const { id } = element;
  const update = (changes: Partial<Pick<Element, 'label' | 'description' | 'inScope'>>): void =>
    void history.perform({ type: 'update-element', id, changes });
  return (
    <>
      <BufferedText
        label="Name"
        limit={200}
        required
        stored={element.label}
        onStore={(label) => update({ label: label.trim() })}
      />
      <Choice
        label="Kind"
        names={elementKinds}
        labels={kindLabels}
        chosen={element.kind}
        onChange={(kind) => history.perform({ type: 'set-kind', id, kind })}
      />
      <PlaceChoice
        label="Trust boundary"
        options={boundaryOptions(document.boundaries)}
        chosen={element.boundary ?? outside}
        onChange={(into) =>
          history.perform({ type: 'nest', ids: [id], into: into === outside ? null : into })
        }
      />
      <InScope inScope={element.inScope} onChange={(inScope) => update({ inScope })} />
      <BufferedText
        label="Description"
        limit={4000}
        rows={3}
        stored={element.description}
        onStore={(description) => update({ description })}
      />
      {editing.readOnly ? null : <NewFlow editing={editing} from={element} />}
      <Facts editing={editing} thing={element} />
    </>
  );
}

function NewFlow({ editing, from }: { readonly editing: Editing; readonly from: Element }) {
  const { document, history, select, say } = editing;
  const others = document.elements.filter(({ id }) => id !== from.id);
  if (others.length === 0) return null;
  const add = (to: string): void => {
    if (to === '') return;
    const { command, id } = flowCommand(document, from.id, to);
    if (history.perform(command) === document) return;
    select(only(id));
    say('Added a flow. Its name is next.');
  };
  const options = [{ id: '', label: 'Choose its target' }, ...others.map(({ id, label }) => ({ id, label }))];
  return <PlaceChoice label="New flow to" options={options} chosen="" onChange={add} />;
}
