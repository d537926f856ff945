import './ui/theme/fonts.css';
import './ui/theme/tokens.css';
import './ui/theme/base.css';
import './ui/theme/controls.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod/v4/core';
import { createAppRouter, fetchAllPages } from './router.tsx';
import { createQueryClient } from './ui/api/queries.ts';

// Compiling a schema is what the content security policy forbids; even the attempt is reported as a violation.
config({ jitless: true });
const client = createQueryClient();
const router = createAppRouter();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
window.addEventListener('load', () => setTimeout(fetchAllPages, 1_500));
