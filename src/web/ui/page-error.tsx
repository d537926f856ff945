import type { ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from './states.tsx';

/** The last net: a page that threw while rendering. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return <Problem page error={error} retry={reset} />;
}
