/** How a text stands to its limit: far from it, in the last tenth, at it, or beyond. */
export type Room = 'ample' | 'near' | 'full' | 'over';

/** `length` and `limit` in UTF-16 code units, as the server counts them. */
export function roomIn(length: number, limit: number): Room {
  if (length > limit) return 'over';
  if (length === limit) return 'full';
  return limit - length <= limit / 10 ? 'near' : 'ample';
}

const grouped = new Intl.NumberFormat('en-US');
const characters = (count: number): string =>
  `${grouped.format(count)} ${count === 1 ? 'character' : 'characters'}`;

/** What stands below the field: exact, changing with every keystroke; empty while there is ample room. */
export function lengthText(length: number, limit: number): string {
  switch (roomIn(length, limit)) {
    case 'ample':
      return '';
    case 'near':
      return `${characters(limit - length)} left of ${grouped.format(limit)}.`;
    case 'full':
      return `Full: ${characters(limit)} is the most.`;
    case 'over':
      return `${characters(length - limit)} too long; ${grouped.format(limit)} is the most. Nothing is cut off: shorten it.`;
  }
}

/** The same for a screen reader, which is told only when it changes in kind. */
export function spokenLength(length: number, limit: number): string {
  switch (roomIn(length, limit)) {
    case 'ample':
      return '';
    case 'near':
      return `Less than ${characters(Math.ceil(limit / 10))} left.`;
    case 'full':
      return `No room left: ${characters(limit)} is the most.`;
    case 'over':
      return `Too long: ${characters(limit)} is the most. Nothing is cut off; shorten it.`;
  }
}
