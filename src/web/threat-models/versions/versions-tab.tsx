import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { modelCalls } from '#web/ui/api/model-calls.ts';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { VersionOutline } from '#web/ui/api/model-types.ts';
import { DeleteDialog } from '#web/ui/delete-dialog.tsx';
import { moment } from '#web/ui/format-time.ts';
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
import { CompareVersions } from './compare-versions.tsx';
import { OpenCopy } from './open-copy.tsx';
import { SaveVersion } from './save-version.tsx';

type Props = { readonly id: string; readonly saved: () => Promise<number | null> };

const columns: readonly Column[] = [
  { title: 'Version' },
  { title: 'Saved' },
  { title: 'Elements', figure: true },
  { title: 'Flows', figure: true },
  { title: 'Threats', figure: true },
  { title: 'Open', silent: true },
  { title: 'Delete', silent: true },
];

/** Moments of the model that were given a name, and what changed between them. */
export function VersionsTab({ id, saved }: Props) {
  const query = useQuery(modelQueries.versions(id));
  return (
    <>
      <Section title="Save a version" note="A version stays as it is when you go on.">
        <SaveVersion id={id} saved={saved} />
      </Section>
      <QueryView query={query} lines={4}>
        {({ items }) => (
          <>
            <Section title="Versions">
              <Versions id={id} versions={items} />
            </Section>
            {items.length > 0 ? (
              <Section title="Compare">
                <CompareVersions id={id} versions={items} saved={saved} />
              </Section>
            ) : null}
          </>
        )}
      </QueryView>
    </>
  );
}

type VersionsProps = { readonly id: string; readonly versions: readonly VersionOutline[] };

function Versions({ id, versions }: VersionsProps) {
  if (versions.length === 0) return <p className="muted">None is saved yet.</p>;
  return (
    <DeletableTable
      columns={columns}
      records={versions}
      dialog={(version, onClose) => <DeleteVersion id={id} version={version} onClose={onClose} />}
    >
      {(version, onDelete) => (
        <tr key={version.id}>
          <NameCell>{version.name}</NameCell>
          <WhenCell>{moment(version.savedAt, new Date())}</WhenCell>
          <MinorCell>{version.counts.elements}</MinorCell>
          <MinorCell>{version.counts.flows}</MinorCell>
          <td className="figure number">{version.counts.threats}</td>
          <td>
            <OpenCopy id={id} version={version} />
          </td>
          <DeleteCell what={version.name} onDelete={onDelete} />
        </tr>
      )}
    </DeletableTable>
  );
}

type DeleteProps = { readonly id: string; readonly version: VersionOutline; readonly onClose: () => void };

function DeleteVersion({ id, version, onClose }: DeleteProps) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => modelCalls.removeVersion(id, version.id),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: modelQueries.versions(id).queryKey });
      onClose();
    },
  });
  return (
    <DeleteDialog title="Delete this version?" action="Delete for good" deletion={deletion} onClose={onClose}>
      <p>The version “{version.name}” is gone for good then. The model and its other versions stay.</p>
    </DeleteDialog>
  );
}
