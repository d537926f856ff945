import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { pages } from './nav.ts';
import { singleKeysOn } from './single-keys.ts';

export type Overlay = 'palette' | 'help' | null;

/** Typing in a field or a dialog is typing, not a command. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, dialog, [contenteditable]') !== null
  );
}

const isModified = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey;

/** The page that a "g" and then this key lead to, if the two came close together. */
function createGoKeys(): (event: KeyboardEvent) => (typeof pages)[number] | undefined {
  let pressedAt = Number.NEGATIVE_INFINITY;
  return (event) => {
    const soon = event.timeStamp - pressedAt < 1200;
    const page = soon ? pages.find((each) => each.key === event.key) : undefined;
    pressedAt = event.key === 'g' && !page ? event.timeStamp : Number.NEGATIVE_INFINITY;
    return page;
  };
}

const bankSearch = (): HTMLElement | null => document.getElementById('bank-search');

/** The page of the bank may still be on its way. */
function focusWhenThere(attempts: number): void {
  const field = bankSearch();
  if (field) field.focus();
  else if (attempts > 0) setTimeout(() => focusWhenThere(attempts - 1), 50);
}

export function useShortcuts(open: (overlay: Overlay) => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    const goTo = createGoKeys();
    const toBankSearch = (): void => {
      if (bankSearch()) focusWhenThere(0);
      else void navigate({ to: '/bank' }).then(() => focusWhenThere(20));
    };
    const onSingleKey = (event: KeyboardEvent): void => {
      const page = goTo(event);
      if (page) void navigate({ to: page.to });
      else if (event.key === '?') open('help');
      else if (event.key === '/') toBankSearch();
      else return;
      event.preventDefault();
    };
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open('palette');
      } else if (!isModified(event) && !isTyping(event.composedPath()[0] ?? null) && singleKeysOn())
        onSingleKey(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, open]);
}
