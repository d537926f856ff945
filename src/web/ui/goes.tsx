import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DeleteDialog } from './delete-dialog.tsx';
import { clock, moment } from './format-time.ts';
import { plural } from './labels.ts';
import { type Column, DeletableTable, DeleteCell, MinorCell, NameCell, WhenCell } from './record-table.tsx';
import { Section } from './section.tsx';

type Go = {
  readonly id: string;
  readonly title: string;
  readonly startedAt: string;
  readonly elapsedSeconds: number;
};

type Props<T extends Go> = {
  readonly title: string;
  /** What the goes are at. */
  readonly at: string;
  readonly goes: readonly T[];
  readonly link: (go: T) => ReactNode;
  /** What stands between when it began and how long it took. */
  readonly columns: readonly Column[];
  readonly cells: (go: T) => ReactNode;
  readonly deletion: Deletion;
};

type Deletion = {
  /** What of a go is lost with it. */
  readonly lost: string;
  readonly remove: (id: string) => Promise<unknown>;
  readonly onGone: (client: QueryClient, id: string) => void;
};

/** Goes at something, as they are given; nothing where there is none. */
export function Goes<T extends Go>({ title, at, goes, link, columns, cells, deletion }: Props<T>) {
  if (goes.length === 0) return null;
  const before: readonly Column[] = [{ title: at }, { title: 'When' }];
  const after: readonly Column[] = [
    { title: 'Time', figure: true },
    { title: 'Delete', silent: true },
  ];
  return (
    <Section title={title} note={plural(goes.length, 'go', 'goes')}>
      <DeletableTable
        columns={[...before, ...columns, ...after]}
        records={goes}
        dialog={(go, onClose) => <DeleteGo go={go} deletion={deletion} onClose={onClose} />}
      >
        {(go, onDelete) => {
          const when = moment(go.startedAt, new Date());
          return (
            <tr key={go.id}>
              <NameCell>{link(go)}</NameCell>
              <WhenCell>{when}</WhenCell>
              {cells(go)}
              <MinorCell>{clock(go.elapsedSeconds)}</MinorCell>
              <DeleteCell what={`${go.title}, ${when}`} onDelete={onDelete} />
            </tr>
          );
        }}
      </DeletableTable>
    </Section>
  );
}

type DeleteProps = { readonly go: Go; readonly deletion: Deletion; readonly onClose: () => void };

function DeleteGo({ go: { id, title }, deletion: { lost, remove, onGone }, onClose }: DeleteProps) {
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => remove(id),
    onSuccess: () => {
      onGone(client, id);
      onClose();
    },
  });
  return (
    <DeleteDialog title="Delete this go?" action="Delete for good" deletion={deletion} onClose={onClose}>
      <p>
        {lost} of “{title}” from this go are gone for good then.
      </p>
    </DeleteDialog>
  );
}
