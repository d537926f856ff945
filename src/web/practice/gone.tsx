import { Link } from '@tanstack/react-router';
import type { Text } from '#web/ui/drafts/draft.ts';
import styles from './practice.module.css';

/** The draft ended elsewhere while words were still being typed here. They stay on the page to be copied. */
export function Gone({ attempt, text }: { readonly attempt: string; readonly text: Text }) {
  return (
    <div className={styles.gone} role="alert">
      <h2>This answer was handed in or deleted somewhere else.</h2>
      <p>What you typed here stays in the field below until you leave; copy it if you need it.</p>
      <div className="buttons">
        <Link to="/attempts/$id" params={{ id: attempt }} className="button">
          See what was handed in
        </Link>
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(text.answer)}
        >
          Copy my text
        </button>
      </div>
    </div>
  );
}
