import { Link } from '@tanstack/react-router';
import styles from './desk.module.css';
import type { Step, StepName } from './steps.ts';

type Props = { readonly slug: string; readonly steps: readonly Step[]; readonly current: StepName };

const spoken = { locked: 'closed', open: 'open', done: 'done' } as const;

export function StepBar({ slug, steps, current }: Props) {
  return (
    <nav aria-label="Steps of the lab" className={styles.way}>
      <ol className={styles.steps}>
        {steps.map(({ name, title, state, note }, index) => (
          <li key={name} data-state={state} data-current={name === current || undefined}>
            <Link
              to="/labs/$slug"
              params={{ slug }}
              search={(search) => ({ ...search, step: name })}
              aria-current={name === current ? 'step' : undefined}
              className={styles.step}
              resetScroll={false}
            >
              <span className={styles.ordinal} aria-hidden="true">
                {state === 'done' ? '✓' : index + 1}
              </span>
              <span className={styles.stepTitle}>{title}</span>
              <span className="visually-hidden">, {spoken[state]}, </span>
              <span className={styles.stepNote}>{note}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
