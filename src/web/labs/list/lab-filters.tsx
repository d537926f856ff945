import { labLanguageNames } from '#core/content/lab-language.ts';
import type { LabItem } from '#web/ui/api/lab-types.ts';
import { difficultyLabels } from '#web/ui/labels.ts';
import { labStatusLabels } from '../lab-labels.ts';
import type { LabSearch } from './lab-search.ts';
import styles from './labs.module.css';

type Props = {
  readonly labs: readonly LabItem[];
  readonly search: LabSearch;
  readonly onChange: (search: LabSearch) => void;
};

const filters = [
  { name: 'language', title: 'Language', labels: labLanguageNames },
  { name: 'difficulty', title: 'Difficulty', labels: difficultyLabels },
  { name: 'status', title: 'Status', labels: labStatusLabels },
] as const;

/** Offers only what some lab has. */
export function LabFilters({ labs, search, onChange }: Props) {
  const set = (name: keyof LabSearch, value: string): void => {
    const { [name]: _before, ...rest } = search;
    onChange(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <div className={styles.filters}>
      {filters.map(({ name, title, labels }) => (
        <label key={name}>
          {title}
          <select
            className="input"
            value={search[name] ?? ''}
            onChange={(event) => set(name, event.target.value)}
          >
            <option value="">All</option>
            {Object.entries<string>(labels)
              .filter(([value]) => labs.some((lab) => String(lab[name]) === value))
              .map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
          </select>
        </label>
      ))}
    </div>
  );
}
