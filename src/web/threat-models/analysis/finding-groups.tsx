import { useState } from 'react';
import type { Finding, FindingRule } from '#web/ui/api/model-types.ts';
import { plural } from '#web/ui/labels.ts';
import type { ModelHistory } from '../use-model-history.ts';
import styles from './analysis.module.css';
import { FindingItem } from './finding-item.tsx';

type Props = {
  readonly id: string;
  readonly history: ModelHistory;
  readonly findings: readonly Finding[];
  readonly rules: ReadonlyMap<string, FindingRule>;
};

/** So many are shown at once; of a larger model only what is opened. */
const shownAtOnce = 30;

/** Findings by the element or flow that they are about, in the order of the analysis. */
export function FindingGroups({ id, history, findings, rules }: Props) {
  const groups = Map.groupBy(findings, ({ element }) => element);
  return (
    <div>
      {[...groups].map(([element, group]) => (
        <Group
          key={element}
          id={id}
          history={history}
          findings={group}
          rules={rules}
          isOpenAtFirst={findings.length <= shownAtOnce}
        />
      ))}
    </div>
  );
}

type GroupProps = Props & { readonly isOpenAtFirst: boolean };

function Group({ id, history, findings, rules, isOpenAtFirst }: GroupProps) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <details className={styles.group} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className={styles.element}>{findings[0]?.label}</span>{' '}
        <span className="muted small">{plural(findings.length, 'finding')}</span>
      </summary>
      {isOpen ? (
        <ul className={styles.findings}>
          {findings.map((finding) => {
            const rule = rules.get(finding.rule);
            return rule ? (
              <FindingItem key={finding.rule} id={id} history={history} finding={finding} rule={rule} />
            ) : null;
          })}
        </ul>
      ) : null}
    </details>
  );
}
