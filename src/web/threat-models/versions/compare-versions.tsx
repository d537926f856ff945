import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { modelQueries } from '#web/ui/api/model-queries.ts';
import type { VersionOutline } from '#web/ui/api/model-types.ts';
import { QueryView } from '#web/ui/query-view.tsx';
import { useSavedRevision } from '../page/use-saved-revision.ts';
import { ComparisonView } from './comparison-view.tsx';
import styles from './versions.module.css';

type Props = {
  readonly id: string;
  readonly versions: readonly VersionOutline[];
  readonly saved: () => Promise<number | null>;
};

const now = 'now';

/** Two versions, or one and the model as it is now, against each other. */
export function CompareVersions({ id, versions, saved }: Props) {
  const [from, setFrom] = useState(versions[0]?.id ?? '');
  const [to, setTo] = useState(now);
  const isThere = (version: string): boolean => versions.some((each) => each.id === version);
  const before = isThere(from) ? from : (versions[0]?.id ?? '');
  const after = isThere(to) ? to : undefined;
  const revision = useSavedRevision(saved);
  const query = useQuery({
    ...modelQueries.comparison(id, before, after, revision ?? 0),
    enabled: revision !== null,
  });
  return (
    <>
      <div className={styles.choice}>
        <Choice id="compare-from" label="From" value={before} versions={versions} onChange={setFrom} />
        <Choice id="compare-to" label="To" value={after ?? now} versions={versions} onChange={setTo} hasNow />
      </div>
      <QueryView query={query} lines={3}>
        {(comparison) => <ComparisonView comparison={comparison} />}
      </QueryView>
    </>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly versions: readonly VersionOutline[];
  readonly onChange: (version: string) => void;
  readonly hasNow?: boolean;
};

function Choice({ id, label, value, versions, onChange, hasNow = false }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {hasNow ? <option value={now}>The model now</option> : null}
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {version.name}
          </option>
        ))}
      </select>
    </div>
  );
}
