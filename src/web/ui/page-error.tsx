import type { ErrorComponentProps } from '@tanstack/react-router';
import { Page } from './page.tsx';
import { Problem } from './states.tsx';

/** The last net: a page that threw while rendering. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="This page stumbled" documentTitle="Error">
      <Problem error={error} retry={reset} />
    </Page>
  );
}
