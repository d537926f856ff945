/** `125` reads "2:05"; an hour and more reads "1:02:05". Negative counts as zero. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** The same for a screen reader: "2 minutes 5 seconds". */
export function spokenClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  const parts = [];
  if (minutes > 0) parts.push(`${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`);
  if (rest > 0 || minutes === 0) parts.push(`${rest} ${rest === 1 ? 'second' : 'seconds'}`);
  return parts.join(' ');
}

/** The calendar date where the candidate sits, as `YYYY-MM-DD`. */
export function localDate(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${day}`;
}

const dayAndTime = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const dayAndYear = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric' });

/** "Nov 3, 2:15 PM" within half a year of now, "Nov 3, 2024" before. */
export function moment(instant: string, now: Date): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const days = Math.abs(now.getTime() - date.getTime()) / 86_400_000;
  return (days < 180 ? dayAndTime : dayAndYear).format(date);
}

/** A `YYYY-MM-DD` in words, without shifting it through a time zone. */
export function calendarDate(date: string): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return dayAndYear.format(new Date(year, month - 1, day));
}
