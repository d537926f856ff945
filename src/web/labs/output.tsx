import styles from './output.module.css';

type Props = { readonly label: string; readonly children: string };

/** Text as a program wrote it, in a box of its own that can be scrolled by keyboard. */
export function Output({ label, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={styles.output} tabIndex={0} aria-label={label}>
      <pre>{children === '' ? 'Empty.' : children}</pre>
    </section>
  );
}
