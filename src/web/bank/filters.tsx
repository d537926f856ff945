import { useQuery } from '@tanstack/react-query';
import { queries } from '#web/ui/api/queries.ts';
import type { FacetName, QuestionPage } from '#web/ui/api/types.ts';
import styles from './bank.module.css';
import { activeFilters, type BankSearch, toggle } from './bank-search.ts';
import { facetLabel, facetTitles } from './facet-labels.ts';

type Props = {
  readonly facets: QuestionPage['facets'] | undefined;
  readonly search: BankSearch;
  readonly onChange: (search: BankSearch) => void;
};

const shown: readonly FacetName[] = [
  'status',
  'category',
  'format',
  'stage',
  'difficulty',
  'competency',
  'pack',
];
/** Long or rarely used lists stay closed until they filter something. */
const closed: readonly FacetName[] = ['competency', 'pack', 'stage'];

export function Filters({ facets, search, onChange }: Props) {
  const active = activeFilters(search).length;
  const narrow = window.matchMedia('(max-width: 60rem)').matches;
  return (
    <details className={styles.filters} open={!narrow || undefined}>
      <summary>Filters{active > 0 ? ` (${active})` : ''}</summary>
      {shown.map((name) => (
        <FacetGroup key={name} name={name} facets={facets} search={search} onChange={onChange} />
      ))}
    </details>
  );
}

function FacetGroup({ name, facets, search, onChange }: Props & { readonly name: FacetName }) {
  const competencies = useQuery({ ...queries.competencies(), enabled: name === 'competency' });
  const chosen = search[name] ?? [];
  const values = facets?.[name] ?? [];
  const missing = chosen.filter((value) => !values.some((facet) => facet.value === value));
  const all = [...values, ...missing.map((value) => ({ value, count: 0 }))];
  if (all.length === 0 || (name === 'pack' && all.length < 2)) return null;
  const titleOf = (value: string): string =>
    competencies.data?.items.find((item) => item.id === value)?.title ?? facetLabel(name, value);
  return (
    <details className={styles.facet} open={!closed.includes(name) || chosen.length > 0 || undefined}>
      <summary>{facetTitles[name]}</summary>
      <ul>
        {all.map(({ value, count }) => (
          <li key={value}>
            <label data-none={(count === 0 && !chosen.includes(value)) || undefined}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => onChange(toggle(search, name, value))}
              />
              <span>{titleOf(value)}</span>
              <span className={styles.facetCount}>{count}</span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
