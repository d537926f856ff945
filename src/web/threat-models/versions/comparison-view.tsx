import type { ReactNode } from 'react';
import type { ChangedItem, ComparedItem, Comparison } from '#core/threat-model/compare.ts';
import styles from './versions.module.css';

const parts: Readonly<Record<ComparedItem['part'], string>> = {
  model: 'model',
  element: 'element',
  flow: 'flow',
  boundary: 'trust boundary',
  threat: 'threat',
  mitigation: 'mitigation',
  assumption: 'assumption',
  question: 'open question',
  dismissal: 'dismissal',
};

/** What is different between two models. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { added, removed, changed } = comparison;
  if (added.length + removed.length + changed.length === 0)
    return <p role="status">Nothing is different, but perhaps where things are drawn.</p>;
  return (
    <div className={styles.comparison}>
      <Group title="Added" mark="added" count={added.length}>
        {added.map((item) => (
          <Item key={`${item.part} ${item.id}`} item={item} />
        ))}
      </Group>
      <Group title="Removed" mark="removed" count={removed.length}>
        {removed.map((item) => (
          <Item key={`${item.part} ${item.id}`} item={item} />
        ))}
      </Group>
      <Group title="Changed" mark="changed" count={changed.length}>
        {changed.map((item) => (
          <Item key={`${item.part} ${item.id}`} item={item}>
            <Changes item={item} />
          </Item>
        ))}
      </Group>
    </div>
  );
}

type GroupProps = {
  readonly title: string;
  readonly mark: 'added' | 'removed' | 'changed';
  readonly count: number;
  readonly children: ReactNode;
};

function Group({ title, mark, count, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <section className={styles.group} data-mark={mark}>
      <h3>
        {title} <span className="number">{count}</span>
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

function Item({ item, children }: { readonly item: ComparedItem; readonly children?: ReactNode }) {
  return (
    <li>
      <span className={styles.part}>{parts[item.part]}</span> {item.label}
      {children}
    </li>
  );
}

function Changes({ item }: { readonly item: ChangedItem }) {
  return (
    <ul className={styles.changes}>
      {item.changes.map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.field}>{field}</span> <del>{before || 'empty'}</del>{' '}
          <span aria-hidden="true">→</span> <ins>{after || 'empty'}</ins>
        </li>
      ))}
    </ul>
  );
}
