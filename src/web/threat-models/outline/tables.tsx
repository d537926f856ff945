import { useState } from 'react';
import type { Editing } from '../editor/editing.ts';
import { Choice } from '../threats/choice.tsx';
import { AddBar } from './add-bar.tsx';
import { BoundaryTable } from './boundary-table.tsx';
import { ElementTable } from './element-table.tsx';
import { FactTable } from './fact-table.tsx';
import { FlowTable } from './flow-table.tsx';
import styles from './tables.module.css';

type Props = { readonly editing: Editing };

const tables = ['elements', 'flows', 'boundaries', 'actor', 'process', 'store', 'flow'] as const;
type TableName = (typeof tables)[number];

const titles: Readonly<Record<TableName, string>> = {
  elements: 'Elements',
  flows: 'Flows',
  boundaries: 'Trust boundaries',
  actor: 'Facts about actors',
  process: 'Facts about processes',
  store: 'Facts about stores',
  flow: 'Facts about flows',
};

/** Everything in the model by rows and columns, every cell to be changed in place. */
export function Tables({ editing }: Props) {
  const [shown, setShown] = useState<TableName>('elements');
  return (
    <div className={styles.tables}>
      {editing.readOnly ? null : <AddBar editing={editing} />}
      <div className={styles.which}>
        <Choice label="Table" names={tables} labels={titles} chosen={shown} onChange={setShown} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keys */}
      <section className={styles.scroll} aria-label={titles[shown]} tabIndex={0}>
        <fieldset className={styles.cells} disabled={editing.readOnly}>
          <legend className="visually-hidden">{titles[shown]}</legend>
          <Table editing={editing} shown={shown} />
        </fieldset>
      </section>
    </div>
  );
}

function Table({ editing, shown }: Props & { readonly shown: TableName }) {
  const { elements, flows } = editing.document;
  switch (shown) {
    case 'elements':
      return <ElementTable editing={editing} />;
    case 'flows':
      return <FlowTable editing={editing} />;
    case 'boundaries':
      return <BoundaryTable editing={editing} />;
    case 'flow':
      return <FactTable editing={editing} kind="flow" things={flows} />;
    default:
      return (
        <FactTable editing={editing} kind={shown} things={elements.filter(({ kind }) => kind === shown)} />
      );
  }
}
