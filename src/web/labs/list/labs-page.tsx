import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { labQueries } from '#web/ui/api/lab-queries.ts';
import type { LabItem } from '#web/ui/api/lab-types.ts';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import rows from '#web/ui/rows.module.css';
import { Empty } from '#web/ui/states.tsx';
import { LabFilters } from './lab-filters.tsx';
import { LabRow } from './lab-row.tsx';
import { chosenLabs } from './lab-search.ts';
import styles from './labs.module.css';
import { MissingLanguages } from './missing-languages.tsx';

export function LabsPage() {
  const query = useQuery(labQueries.labs());
  return (
    <Page
      title="Labs"
      wide
      lead="Small real apps with flaws in them. Find what is wrong, prove it with an attack, mend it until the attack fails, and say what you would tell the developer."
    >
      <QueryView query={query} lines={10}>
        {({ labs }) => <Labs labs={labs} />}
      </QueryView>
    </Page>
  );
}

function Labs({ labs }: { readonly labs: readonly LabItem[] }) {
  const search = useSearch({ from: '/labs' });
  const navigate = useNavigate({ from: '/labs' });
  const shown = chosenLabs(labs, search);
  return (
    <>
      <MissingLanguages labs={labs} />
      <LabFilters
        labs={labs}
        search={search}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <p className={styles.count} role="status">
        {plural(shown.length, 'lab')}
      </p>
      {shown.length === 0 ? (
        <Empty
          title="No lab fits"
          action={
            <button type="button" className="button" onClick={() => void navigate({ search: {} })}>
              Show all labs
            </button>
          }
        >
          Take a filter off.
        </Empty>
      ) : (
        <ul className={rows.rows}>
          {shown.map((lab) => (
            <LabRow key={lab.slug} lab={lab} />
          ))}
        </ul>
      )}
    </>
  );
}
