import { createContext, useContext } from 'react';

/** Which entry is under the pointer or the focus, so that the words and the point light up together. */
export type Link = {
  readonly active: string | null;
  readonly setActive: (key: string | null) => void;
};

export const LinkContext = createContext<Link>({ active: null, setActive: () => undefined });

export const useLink = (): Link => useContext(LinkContext);

export const entryId = (key: string): string => `entry-${key}`;
export const footnoteId = (key: string): string => `words-${key}`;

/** Moves focus and view to the other end of the link. */
export function goTo(id: string): void {
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  element?.focus({ preventScroll: true });
}
