import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import styles from './dialog.module.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** Its top stays where it is while its contents grow and shrink. */
  readonly anchored?: boolean;
};

/**
 * A `ref` that marks what has the focus when its dialog opens; of several the first. React takes `autoFocus` while
 * the dialog is still closed, but the browser reads the attribute as it opens.
 */
export const focusFirst = (element: HTMLElement | null): void => element?.setAttribute('autofocus', '');

/** The browser gives the focus back to what opened the dialog; when that is gone, the page takes it. */
function keepFocus(): void {
  if (document.activeElement === document.body)
    document.getElementById('main')?.focus({ preventScroll: true });
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ title, onClose, children, wide = false, anchored = false }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      requestAnimationFrame(keepFocus);
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={wide ? styles.wide : styles.dialog}
      data-anchored={anchored || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        <button type="button" className="button plain" onClick={onClose}>
          Close
        </button>
      </header>
      {children}
    </dialog>
  );
}
