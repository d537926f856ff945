import styles from './entry.module.css';

/** What is right in place of a misconception. */
export function Correction({ text }: { readonly text: string }) {
  return (
    <p className={styles.correction}>
      <strong>Rather:</strong> {text}
    </p>
  );
}
