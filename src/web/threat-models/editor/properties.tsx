import type { Element, Flow, TrustBoundary } from '#core/threat-model/document.ts';
import { plural } from '#web/ui/labels.ts';
import { Actions } from './actions.tsx';
import { BoundaryForm } from './boundary-form.tsx';
import { kindLabels } from './describe.ts';
import type { Editing } from './editing.ts';
import styles from './editor.module.css';
import { ElementForm } from './element-form.tsx';
import { FlowForm } from './flow-form.tsx';
import { Several } from './several.tsx';

type Props = { readonly editing: Editing };

type Found =
  | { readonly type: 'element'; readonly thing: Element }
  | { readonly type: 'flow'; readonly thing: Flow }
  | { readonly type: 'boundary'; readonly thing: TrustBoundary };

function found({ document }: Editing, id: string | undefined): Found | undefined {
  const element = document.elements.find((each) => each.id === id);
  if (element) return { type: 'element', thing: element };
  const flow = document.flows.find((each) => each.id === id);
  if (flow) return { type: 'flow', thing: flow };
  const boundary = document.boundaries.find((each) => each.id === id);
  return boundary && { type: 'boundary', thing: boundary };
}

function titleOf(selected: Found): string {
  if (selected.type === 'element') return kindLabels[selected.thing.kind];
  return selected.type === 'flow' ? 'Flow' : 'Trust boundary';
}

/** Everything that is known about what is selected, to be changed in place. */
export function Properties({ editing }: Props) {
  const [first, ...more] = editing.selection;
  const selected = found(editing, first);
  if (!selected) return <Nothing editing={editing} />;
  if (more.length > 0) return <Several editing={editing} />;
  return (
    <div className={styles.properties}>
      <h2>{titleOf(selected)}</h2>
      <fieldset className={styles.form} disabled={editing.readOnly}>
        <legend className="visually-hidden">{selected.thing.label}</legend>
        <Form key={selected.thing.id} editing={editing} selected={selected} />
      </fieldset>
      {editing.readOnly ? null : <Actions editing={editing} />}
    </div>
  );
}

function Form({ editing, selected }: Props & { readonly selected: Found }) {
  switch (selected.type) {
    case 'element':
      return <ElementForm editing={editing} element={selected.thing} />;
    case 'flow':
      return <FlowForm editing={editing} flow={selected.thing} />;
    case 'boundary':
      return <BoundaryForm editing={editing} boundary={selected.thing} />;
    default:
      return selected satisfies never;
  }
}

function Nothing({ editing }: Props) {
  const { elements, flows, boundaries } = editing.document;
  return (
    <div className={styles.properties}>
      <h2>Nothing selected</h2>
      <p className="muted">
        {plural(elements.length, 'element')}, {plural(flows.length, 'flow')},{' '}
        {plural(boundaries.length, 'trust boundary', 'trust boundaries')}.
      </p>
      <p className="muted">Select something to see and change what is known about it.</p>
    </div>
  );
}
