import type { Flow, ThreatModel } from '#core/threat-model/document.ts';
import { kindLabels } from '../editor/describe.ts';
import type { Editing } from '../editor/editing.ts';
import styles from './outline.module.css';
import { Row } from './row.tsx';

type Props = { readonly editing: Editing; readonly inside: string | null };

/** What stands directly in a boundary, or outside of all. */
export function Branch({ editing, inside }: Props) {
  const { boundaries, elements } = editing.document;
  const frames = boundaries.filter(({ parent }) => parent === inside);
  const things = elements.filter(({ boundary }) => boundary === inside);
  if (frames.length + things.length === 0) return <p className={styles.none}>Nothing is in it.</p>;
  return (
    <ul className={styles.branch}>
      {things.map((element) => (
        <li key={element.id}>
          <Row
            editing={editing}
            id={element.id}
            mark={element.kind}
            title={element.label}
            note={element.inScope ? kindLabels[element.kind] : `${kindLabels[element.kind]}, out of scope`}
          />
          <Flows editing={editing} flows={editing.document.flows.filter(({ from }) => from === element.id)} />
        </li>
      ))}
      {frames.map((boundary) => (
        <li key={boundary.id} className={styles.frame}>
          <Row
            editing={editing}
            id={boundary.id}
            mark="boundary"
            title={boundary.label}
            note="Trust boundary"
          />
          <Branch editing={editing} inside={boundary.id} />
        </li>
      ))}
    </ul>
  );
}

function Flows({ editing, flows }: { readonly editing: Editing; readonly flows: readonly Flow[] }) {
  if (flows.length === 0) return null;
  return (
    <ul className={styles.flows}>
      {flows.map((flow) => (
        <li key={flow.id}>
          <Row
            editing={editing}
            id={flow.id}
            mark="flow"
            title={flow.label}
            note={`Flow to ${targetOf(editing.document, flow)}${flow.protocol === '' ? '' : `, ${flow.protocol}`}`}
          />
        </li>
      ))}
    </ul>
  );
}

const targetOf = ({ elements }: ThreatModel, { to }: Flow): string =>
  elements.find(({ id }) => id === to)?.label ?? to;
