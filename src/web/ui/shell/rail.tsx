import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { queries } from '../api/queries.ts';
import { SearchIcon } from '../icons.tsx';
import { pages } from './nav.ts';
import styles from './shell.module.css';

type Props = { readonly onSearch: () => void; readonly onHelp: () => void };

const command = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

export function Rail({ onSearch, onHelp }: Props) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openAt, setOpenAt] = useState<string | null>(null);
  const open = openAt === path;
  return (
    <header className={styles.rail}>
      <Link to="/" className={styles.wordmark} aria-label="Hotseat, today">
        Hotseat
        <i aria-hidden="true" />
      </Link>
      <button type="button" className={`button ${styles.search ?? ''}`} onClick={onSearch}>
        <span className="buttons">
          <SearchIcon />
          Search
        </span>
        <kbd>{command}</kbd>
      </button>
      <button
        type="button"
        className={`button ${styles.menu ?? ''}`}
        aria-expanded={open}
        aria-controls="pages"
        onClick={() => setOpenAt(open ? null : path)}
      >
        Menu
      </button>
      <nav id="pages" aria-label="Pages" className={styles.links} data-open={open || undefined}>
        <ul>
          {pages.map((page) => (
            <li key={page.to}>
              <Link to={page.to} activeOptions={{ exact: page.to === '/', includeSearch: false }}>
                {page.title}
                <kbd>g {page.key}</kbd>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <RailFoot onHelp={onHelp} />
    </header>
  );
}

function RailFoot({ onHelp }: { readonly onHelp: () => void }) {
  const { data } = useQuery(queries.health());
  return (
    <div className={styles.foot}>
      <div>
        <button type="button" className="button plain small" onClick={onHelp}>
          Keyboard
        </button>
      </div>
      <p>
        On this machine only.
        {data ? <span className="number"> v{data.version}</span> : null}
      </p>
    </div>
  );
}
