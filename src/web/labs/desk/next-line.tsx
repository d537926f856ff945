import { Link } from '@tanstack/react-router';
import frame from '#web/ui/desk-frame.module.css';
import type { AtDesk } from './at-desk.ts';
import { nextStep, type Step, type StepName } from './steps.ts';

type Props = { readonly desk: AtDesk; readonly steps: readonly Step[]; readonly current: StepName };

const now: Record<StepName, string> = {
  spot: 'Read the code as in a review. Select the lines of each flaw, press N, say what is wrong; then hand in the review.',
  exploit:
    'Start the app and send it requests until the flaw shows. The lab notices the moment an attack works. You can go on to the fix at any time.',
  fix: 'Change the files, then run them: the app must still work, and every attack on it must fail.',
  explain: 'Say what you would tell the developer who wrote this, then have it graded.',
};

const go: Record<StepName, string> = {
  spot: 'Review the code',
  exploit: 'Prove it with an attack',
  fix: 'Fix it',
  explain: 'Explain it',
};

/** One line that says what to do now, or where to go on. */
export function NextLine({ desk, steps, current }: Props) {
  const here = steps.find(({ name }) => name === current);
  const next = nextStep(steps);
  if (desk.closed) {
    return (
      <p className={frame.next}>This go is finished. You can look at everything; start again to try anew.</p>
    );
  }
  if (here?.state === 'open') return <p className={frame.next}>{now[current]}</p>;
  const lead = here?.state === 'locked' ? 'This opens when the review is handed in.' : 'This step is done.';
  return (
    <p className={frame.next}>
      {lead}{' '}
      {next === current ? null : (
        <Link
          to="/labs/$slug"
          params={{ slug: desk.lab.slug }}
          search={(search) => ({ ...search, step: next })}
          resetScroll={false}
        >
          Next: {go[next].toLowerCase()}
        </Link>
      )}
    </p>
  );
}
