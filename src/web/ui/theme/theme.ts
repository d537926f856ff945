import type { Theme } from '../api/types.ts';

const key = 'hotseat.theme';

/** Sets the theme now and leaves a copy for public/theme.js, which runs before the next page's first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage is blocked: the theme still holds until the page is closed.
  }
}
