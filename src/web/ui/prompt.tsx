import styles from './prompt.module.css';

function sizeOf(length: number): string {
  if (length < 300) return 'large';
  return length < 650 ? 'medium' : 'small';
}

/** What the interviewer says, set as speech. Long ones are set smaller, so that they stay in view. */
export function Prompt({ text, size }: { readonly text: string; readonly size?: 'medium' | 'small' }) {
  const paragraphs = text.split(/\n{2,}/);
  return (
    <blockquote className={styles.prompt} data-size={size ?? sizeOf(text.length)}>
      {paragraphs.map((paragraph, index) => (
        <p key={paragraph}>
          {index === 0 ? <span className={styles.mark}>“</span> : null}
          {paragraph}
          {index === paragraphs.length - 1 ? '”' : null}
        </p>
      ))}
    </blockquote>
  );
}
