import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

type Props = {
  readonly title: string;
  /** Small print below the title, in the margin. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

/** A rule across, the heading in the margin, the matter beside it: how every page is divided. */
export function Section({ title, note, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.side}>
        <h2 id={id}>{title}</h2>
        {note ? <div className={styles.note}>{note}</div> : null}
      </div>
      <div className={styles.matter}>{children}</div>
    </section>
  );
}
