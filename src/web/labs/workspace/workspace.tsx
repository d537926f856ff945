import type { ReactNode } from 'react';
import switching from '#web/ui/view-switch.module.css';
import styles from './workspace.module.css';

export type View<Name extends string> = {
  readonly name: Name;
  readonly title: string;
  readonly body: ReactNode;
};

type Props<Name extends string> = {
  readonly views: readonly View<Name>[];
  /** Which view stands beside the code; on a narrow page `code` shows the code in its place. */
  readonly shown: Name | 'code';
  readonly onShow: (name: Name | 'code') => void;
  readonly code: ReactNode;
};

/** Lists on the left, code on the right; on a phone one at a time, by the same buttons. */
export function Workspace<Name extends string>({ views, shown, onShow, code }: Props<Name>) {
  const beside = views.find(({ name }) => name === shown) ?? views[0];
  return (
    <div className={styles.workspace} data-shown={shown === 'code' ? 'code' : 'view'}>
      <fieldset className={`${switching.switch ?? ''} ${styles.switch ?? ''}`}>
        <legend className="visually-hidden">What to show</legend>
        <button
          type="button"
          className={styles.only}
          aria-pressed={shown === 'code'}
          onClick={() => onShow('code')}
        >
          Code
        </button>
        {views.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === shown}
            data-beside={name === beside?.name || undefined}
            onClick={() => onShow(name)}
          >
            {title}
          </button>
        ))}
      </fieldset>
      <div className={styles.view}>{beside?.body}</div>
      <div className={styles.code}>{code}</div>
    </div>
  );
}
