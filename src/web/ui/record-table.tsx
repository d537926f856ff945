import { type ReactNode, useState } from 'react';
import styles from './record-table.module.css';

export type Column = {
  readonly title: string;
  readonly figure?: boolean;
  /** Its title is for who listens only. */
  readonly silent?: boolean;
};

type TableProps = {
  readonly columns: readonly Column[];
  /** Whether each record begins with a box to choose it. */
  readonly ticks?: boolean;
  readonly children: ReactNode;
};

/** What was done, a record a row; on a narrow page each becomes a block. */
export function RecordTable({ columns, ticks = false, children }: TableProps) {
  return (
    <table className={`table ${styles.records ?? ''}`} data-ticks={ticks || undefined}>
      <thead>
        <tr>
          {columns.map(({ title, figure, silent }) => (
            <th key={title} scope="col" className={figure ? 'figure' : undefined}>
              {silent ? <span className="visually-hidden">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type DeletableProps<T> = {
  readonly columns: readonly Column[];
  readonly records: readonly T[];
  readonly children: (record: T, onDelete: () => void) => ReactNode;
  /** Asks before a record is gone. */
  readonly dialog: (record: T, onClose: () => void) => ReactNode;
};

/** A table of records that can be deleted one by one. */
export function DeletableTable<T>({ columns, records, children, dialog }: DeletableProps<T>) {
  const [doomed, setDoomed] = useState<T | null>(null);
  return (
    <>
      <RecordTable columns={columns}>
        {records.map((record) => children(record, () => setDoomed(record)))}
      </RecordTable>
      {doomed === null ? null : dialog(doomed, () => setDoomed(null))}
    </>
  );
}

type CellProps = { readonly children: ReactNode };

export const NameCell = ({ children }: CellProps) => <td className={styles.name}>{children}</td>;
export const WhenCell = ({ children }: CellProps) => <td className={styles.when}>{children}</td>;
/** A number that a narrow page leaves out. */
export const MinorCell = ({ children }: CellProps) => (
  <td className={`figure number ${styles.minor ?? ''}`}>{children}</td>
);

type DeleteProps = { readonly what: string; readonly onDelete: () => void };

export function DeleteCell({ what, onDelete }: DeleteProps) {
  return (
    <td className={styles.delete}>
      <button type="button" className="button plain small" onClick={onDelete}>
        Delete<span className="visually-hidden"> {what}</span>
      </button>
    </td>
  );
}
