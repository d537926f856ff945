import styles from './snippet.module.css';

type Props = {
  readonly snippet: { readonly language: string; readonly file: string; readonly code: string };
};

/** Code to read, with line numbers that are not copied along. */
export function Snippet({ snippet }: Props) {
  const lines = snippet.code.replace(/\n$/, '').split('\n');
  return (
    <figure className={styles.snippet}>
      <figcaption>
        <span>{snippet.file}</span>
        <span>{snippet.language}</span>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section tabIndex={0} aria-label={`Code: ${snippet.file}`}>
        <pre>
          <code>
            {lines.map((line, index) => (
              <span key={`${String(index)}:${line}`} className={styles.line}>
                {line}
                {'\n'}
              </span>
            ))}
          </code>
        </pre>
      </section>
    </figure>
  );
}
