import type { ReactNode } from 'react';
import styles from './place.module.css';

type Props = { readonly onShow: () => void; readonly children: ReactNode };

/** A place in the files, which it shows in the code. */
export function PlaceButton({ onShow, children }: Props) {
  return (
    <button type="button" className={styles.place} onClick={onShow}>
      {children}
    </button>
  );
}
