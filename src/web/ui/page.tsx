import { type ReactNode, useEffect } from 'react';
import styles from './page.module.css';

type Props = {
  readonly title: string;
  /** What the tab says, when it is not the title. */
  readonly documentTitle?: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly wide?: boolean;
};

/** A page's head; also sets the tab's title. */
export function Page({ title, documentTitle = title, lead, actions, children, wide = false }: Props) {
  useEffect(() => {
    document.title = `${documentTitle} · Hotseat`;
  }, [documentTitle]);
  return (
    <div className={wide ? styles.wide : styles.page}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead ? <div className={styles.lead}>{lead}</div> : null}
        </div>
        {actions ? <div className="buttons">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}
