import { createContext, useContext } from 'react';

/** Which entry is under the pointer or the focus, so that the words and the point light up together. */
export type Link = {
  readonly active: string | null;
  readonly setActive: (key: string | null) => void;
};

export const LinkContext = createContext<Link>({ active: null, setActive: () => undefined });

export const useLink = (): Link => useContext(LinkContext);

export const entryId = (key: string): string => `entry-${key}`;
/** Of a stretch of words about an entry, by where it ends in the answer. */
export const wordsId = (key: string, end: number): string => `words-${key}-${end}`;

const behavior = (): ScrollBehavior =>
  window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';

/** The answer's column, where the page is wide enough for it to stay beside the points with a scroll of its own. */
function columnBeside(element: Element): HTMLElement | null {
  const column = element.closest<HTMLElement>('[data-answer-column]');
  return column && getComputedStyle(column).position === 'sticky' ? column : null;
}

/** How far `at` lies outside of `seen`: below is positive, above negative, 0 when it is inside. */
function outside(at: Span, seen: Span): number {
  if (at.bottom > seen.bottom) return at.bottom - seen.bottom;
  return Math.min(0, at.top - seen.top);
}

type Span = { readonly top: number; readonly bottom: number };

/** Scrolls the column, and not the page, to words that are out of sight; returns how far outside they stay. */
function revealIn(column: HTMLElement, words: Element): number {
  const { top, bottom } = column.getBoundingClientRect();
  const seen = { top: Math.max(0, top), bottom: Math.min(window.innerHeight, bottom) };
  const at = words.getBoundingClientRect();
  if (outside(at, seen) === 0) return 0;
  const toMiddle = at.top - (seen.top + seen.bottom) / 2;
  const room = column.scrollHeight - column.clientHeight - column.scrollTop;
  const by = Math.max(-column.scrollTop, Math.min(toMiddle, room));
  column.scrollBy({ top: by, behavior: behavior() });
  return outside({ top: at.top - by, bottom: at.bottom - by }, seen);
}

/** Moves the focus to the other end of the link, and the page no further than it must. */
export function goTo(id: string): void {
  const element = document.getElementById(id);
  if (!element) return;
  const column = columnBeside(element);
  if (column) window.scrollBy({ top: revealIn(column, element), behavior: behavior() });
  else if (outside(element.getBoundingClientRect(), { top: 0, bottom: window.innerHeight }) !== 0)
    element.scrollIntoView({ block: 'center', behavior: behavior() });
  element.focus({ preventScroll: true });
}

/** Puts the focus on an entry whose button is about to go, once what replaces it is on the page. */
export function focusEntry(key: string): void {
  requestAnimationFrame(() => document.getElementById(entryId(key))?.focus({ preventScroll: true }));
}

/** Shows words in the column beside the points; does nothing where they are not side by side. */
export function reveal(id: string): void {
  const element = document.getElementById(id);
  const column = element && columnBeside(element);
  if (column) revealIn(column, element);
}
