import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queries } from '../api/queries.ts';
import { applyTheme } from '../theme/theme.ts';

/** The theme that is stored with the settings wins over what this browser remembers. */
export function useStoredTheme(): void {
  const { data } = useQuery(queries.settings());
  const theme = data?.theme;
  useEffect(() => {
    if (theme) applyTheme(theme);
  }, [theme]);
}
