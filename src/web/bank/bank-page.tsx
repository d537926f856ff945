import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queries } from '#web/ui/api/queries.ts';
import { plural } from '#web/ui/labels.ts';
import { Page } from '#web/ui/page.tsx';
import { QueryView } from '#web/ui/query-view.tsx';
import { Empty } from '#web/ui/states.tsx';
import { useDebounced } from '#web/ui/use-debounced.ts';
import styles from './bank.module.css';
import { activeFilters, type BankSearch } from './bank-search.ts';
import { Filters } from './filters.tsx';
import { QuestionRows } from './question-rows.tsx';
import { SearchField } from './search-field.tsx';

/** The field answers at once; the address, and with it the request, follows when the typing pauses. */
function useTypedSearch() {
  const search = useSearch({ from: '/bank' });
  const navigate = useNavigate({ from: '/bank' });
  const [typed, setTyped] = useState(search.query ?? '');
  const settled = useDebounced(typed.trim(), 150);
  const change = (next: BankSearch): void => void navigate({ search: next, replace: true });
  useEffect(() => {
    const { query: _before, ...rest } = search;
    if (settled !== (search.query ?? '') && settled === typed.trim()) {
      void navigate({ search: settled === '' ? rest : { ...rest, query: settled }, replace: true });
    }
  }, [settled, typed, search, navigate]);
  return { search, change, typed, setTyped };
}

export function BankPage() {
  const { search, change, typed, setTyped } = useTypedSearch();
  const query = useInfiniteQuery(queries.bank(search));
  const [first] = query.data?.pages ?? [];
  const total = first?.total;
  const clear = (): void => {
    setTyped('');
    change({});
  };
  return (
    <Page
      title="Question bank"
      wide
      actions={
        <Link to="/own-questions/$slug" params={{ slug: 'new' }} className="button">
          Add your own
        </Link>
      }
    >
      <div className={styles.bank}>
        <Filters facets={first?.facets} search={search} onChange={change} />
        <div>
          <SearchField value={typed} onChange={setTyped} />
          <p className={styles.count} role="status">
            {total === undefined ? 'Loading' : plural(total, 'question')}
            {activeFilters(search).length > 0 || search.query ? (
              <button type="button" className="button plain small" onClick={clear}>
                Clear all filters
              </button>
            ) : null}
          </p>
          <QueryView query={query} lines={12}>
            {({ pages }) =>
              total === 0 ? (
                <NoMatch onClear={clear} />
              ) : (
                <>
                  <QuestionRows items={pages.flatMap((page) => page.items)} stale={query.isPlaceholderData} />
                  {query.hasNextPage ? (
                    <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
                      Show more
                    </button>
                  ) : null}
                </>
              )
            }
          </QueryView>
        </div>
      </div>
    </Page>
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  const action = (
    <button type="button" className="button" onClick={onClear}>
      Show all questions
    </button>
  );
  return (
    <Empty title="No question matches" action={action}>
      Take a filter off, or search for fewer words.
    </Empty>
  );
}
