import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { ModelOutline } from '#web/ui/api/model-types.ts';
import { moment } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import {
  type Column,
  DeletableTable,
  DeleteCell,
  MinorCell,
  NameCell,
  WhenCell,
} from '#web/ui/record-table.tsx';
import { Section } from '#web/ui/section.tsx';
import { Empty } from '#web/ui/states.tsx';
import { DeleteModel } from './delete-model.tsx';
import { ImportFile } from './import-file.tsx';
import styles from './models.module.css';
import { NewModel } from './new-model.tsx';

const columns: readonly Column[] = [
  { title: 'Model' },
  { title: 'Changed' },
  { title: 'Elements', figure: true },
  { title: 'Flows', figure: true },
  { title: 'Threats', figure: true },
  { title: 'Delete', silent: true },
];

/** The threat models that the user keeps. */
export function ModelsPage() {
  const query = useQuery(modelQueries.models());
  return (
    <Page
      title="Threat models"
      lead="Your own models, such as of a system at work: drawn here or brought from another tool, with what the rules find in them. They stay on this machine."
    >
      <Section title="Begin">
        <NewModel />
        <ImportFile />
      </Section>
      <QueryView query={query} lines={6}>
        {({ items }) => <Models models={items} />}
      </QueryView>
    </Page>
  );
}

function Models({ models }: { readonly models: readonly ModelOutline[] }) {
  return (
    <Section title="Models" note={models.length > 0 ? plural(models.length, 'model') : undefined}>
      {models.length === 0 ? (
        <Empty title="No model yet">Give a new one a title, or import a file.</Empty>
      ) : (
        <DeletableTable
          columns={columns}
          records={models}
          dialog={(model, onClose) => <DeleteModel model={model} onClose={onClose} />}
        >
          {(model, onDelete) => <Row key={model.id} model={model} onDelete={onDelete} />}
        </DeletableTable>
      )}
    </Section>
  );
}

type RowProps = { readonly model: ModelOutline; readonly onDelete: () => void };

function Row({ model: { id, title, updatedAt, counts }, onDelete }: RowProps) {
  return (
    <tr>
      <NameCell>
        <Link to="/threat-models/$id" params={{ id }}>
          {title}
        </Link>
      </NameCell>
      <WhenCell>{moment(updatedAt, new Date())}</WhenCell>
      <MinorCell>{counts.elements}</MinorCell>
      <MinorCell>{counts.flows}</MinorCell>
      <td className="figure number">
        {counts.threats}
        <span className={styles.unit}> {counts.threats === 1 ? 'threat' : 'threats'}</span>
      </td>
      <DeleteCell what={title} onDelete={onDelete} />
    </tr>
  );
}
