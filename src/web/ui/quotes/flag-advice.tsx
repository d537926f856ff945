import styles from './entry.module.css';

type Props = {
  readonly why: string;
  readonly better: readonly { readonly instead: string; readonly say: string }[];
};

const examples = 2;

/** Why interviewers mind a red flag, and what to say in its place. */
export function FlagAdvice({ why, better }: Props) {
  return (
    <>
      <p className={styles.because}>{why}</p>
      <dl className={styles.better}>
        {better.slice(0, examples).map(({ instead, say }) => (
          <div key={instead}>
            <dt>“{instead}”</dt>
            <dd>“{say}”</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
