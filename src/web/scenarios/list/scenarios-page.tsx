import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { scenarioQueries } from '#web/ui/api/scenario-queries.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import rows from '#web/ui/rows.module.css';
import { Empty } from '#web/ui/states.tsx';
import { ScenarioRow } from './scenario-row.tsx';

export function ScenariosPage() {
  const query = useQuery(scenarioQueries.scenarios());
  return (
    <Page
      title="Design rounds"
      wide
      lead={
        <>
          A system in three sentences, and an interviewer who knows more. Scope it, draw it, find what can go
          wrong, rank it, say what to do, and get graded. For systems of your own there are{' '}
          <Link to="/threat-models">threat models</Link>.
        </>
      }
    >
      <QueryView query={query} lines={10}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No scenario is installed">
              Scenarios come with packs. Look under Settings whether one has problems.
            </Empty>
          ) : (
            <ul className={rows.rows}>
              {items.map((item) => (
                <ScenarioRow key={item.slug} item={item} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}
