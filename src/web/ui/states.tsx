import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ApiProblem, Unreachable } from './api/problem.ts';
import styles from './states.module.css';

/** Grey lines where text will be. Announced once, politely. */
export function Loading({
  lines = 4,
  label = 'Loading',
}: {
  readonly lines?: number;
  readonly label?: string;
}) {
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={`line-${String(index)}`} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  );
}

type EmptyProps = { readonly title: string; readonly children: ReactNode; readonly action?: ReactNode };

/** What a page says when there is nothing yet: what would be here, and how to get it. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      <div className={styles.text}>{children}</div>
      {action ? <div className="buttons">{action}</div> : null}
    </div>
  );
}

/** A page's code could not be fetched: the same cause as an API that does not answer. */
const isLostCode = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message);

function wording(error: unknown): { title: string; detail: string; mend: string | null } {
  if (error instanceof ApiProblem) return error;
  if (error instanceof Unreachable || isLostCode(error)) {
    return {
      title: 'Hotseat is not running',
      detail: 'The page is open, but the program behind it does not answer.',
      mend: 'Start it again with npm start in its folder. This page goes on by itself.',
    };
  }
  return {
    title: 'Something in this page went wrong',
    detail: error instanceof Error ? error.message : 'No further detail.',
    mend: 'Reload the page. Nothing that was saved is lost.',
  };
}

type ProblemProps = {
  readonly error: unknown;
  readonly retry?: (() => unknown) | undefined;
  /** It stands in the place of a whole page. */
  readonly page?: boolean;
};

/** A refusal in the server's own words, with what to do about it. */
export function Problem({ error, retry, page = false }: ProblemProps) {
  const { title, detail, mend } = wording(error);
  const Title = page ? 'h1' : 'p';
  const missing = error instanceof ApiProblem && error.status === 404;
  return (
    <div className={styles.problem} role="alert">
      <Title className={styles.title}>{title}</Title>
      {detail ? <p className={styles.text}>{detail}</p> : null}
      {mend ? <p className={styles.mend}>{mend}</p> : null}
      {retry && !missing ? (
        <div>
          <button type="button" className="button" onClick={() => void retry()}>
            Try again
          </button>
        </div>
      ) : null}
      {page && missing ? (
        <div className="buttons">
          <Link to="/" className="button">
            Go to Today
          </Link>
          <Link to="/history" className="button">
            Open the history
          </Link>
        </div>
      ) : null}
    </div>
  );
}
