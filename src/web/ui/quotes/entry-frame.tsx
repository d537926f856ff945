import type { ReactNode } from 'react';
import styles from './entry.module.css';
import { type Quoted, stretchEnd } from './quoted.ts';
import { entryId, goTo, reveal, useLink, wordsId } from './use-link.ts';

type Props = {
  readonly entry: Quoted;
  readonly icon: ReactNode;
  readonly verdict: string;
  readonly claim: string;
  readonly children: ReactNode;
};

/** The common shape of a point, a misconception and a flag: number, verdict, claim, words. */
export function EntryFrame({ entry, icon, verdict, claim, children }: Props) {
  const { active, setActive } = useLink();
  const [first] = entry.quotes;
  const lightUp = {
    onMouseEnter: () => {
      setActive(entry.key);
      if (first) reveal(wordsId(entry.key, stretchEnd(entry, first)));
    },
    onMouseLeave: () => setActive(null),
    onFocus: () => setActive(entry.key),
    onBlur: () => setActive(null),
  };
  return (
    <li
      id={entryId(entry.key)}
      tabIndex={-1}
      className={styles.entry}
      data-tone={entry.tone}
      data-active={active === entry.key || undefined}
      {...lightUp}
    >
      <span className={styles.label} aria-hidden="true">
        {entry.label}
      </span>
      <div className={styles.body}>
        <p className={styles.verdict}>
          {icon}
          {verdict}
        </p>
        <h3 className={styles.claim}>{claim}</h3>
        <Words entry={entry} />
        {children}
      </div>
    </li>
  );
}

/** The words in question, as links into the answer. */
function Words({ entry }: { readonly entry: Quoted }) {
  return entry.quotes.map((quote) => {
    const id = wordsId(entry.key, stretchEnd(entry, quote));
    return (
      <button
        key={quote.start}
        type="button"
        className={styles.quote}
        title="Show these words in the answer"
        onFocus={() => reveal(id)}
        onClick={() => goTo(id)}
      >
        “{quote.text.trim()}”
      </button>
    );
  });
}
