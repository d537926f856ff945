import type { ReactNode } from 'react';
import type { DraftKeeper } from './draft-keeper.ts';
import styles from './drafts.module.css';

export type Choose = DraftKeeper['resolve'];

type Props = { readonly title: string; readonly children: ReactNode };

/** Another tab wrote too: nothing is dropped until the user says which version stays. */
export const ConflictFrame = ({ title, children }: Props) => (
  <section className={styles.conflict} aria-labelledby="conflict-title">
    <h2 id="conflict-title" role="alert">
      {title}
    </h2>
    {children}
  </section>
);

export const KeepOrTake = ({ onChoose }: { readonly onChoose: Choose }) => (
  <div className="buttons">
    <button type="button" className="button" onClick={() => onChoose('kept-mine')}>
      Keep mine
    </button>
    <button type="button" className="button" onClick={() => onChoose('took-theirs')}>
      Take the other
    </button>
  </div>
);
