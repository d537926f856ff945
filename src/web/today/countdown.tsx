import { Link } from '@tanstack/react-router';
import { calendarDate } from '#web/ui/format-time.ts';
import { plural } from '#web/ui/labels.ts';

type Props = { readonly days: number | null; readonly date: string | null };

function wording(days: number, date: string | null): string {
  if (days === 0) return 'The interview is today.';
  if (days < 0) return 'The interview date has passed.';
  return `${plural(days, 'day')} to the interview${date ? `, ${calendarDate(date)}` : ''}.`;
}

export function Countdown({ days, date }: Props) {
  if (days === null) {
    return (
      <>
        No interview date yet. <Link to="/settings">Set it</Link> and Hotseat spreads the work until then.
      </>
    );
  }
  return (
    <>
      {wording(days, date)} {days < 0 ? <Link to="/settings">Set the next one</Link> : null}
    </>
  );
}
