import { hc } from 'hono/client';
import type { Api } from '#server/routes/api.ts';

/** The API as the server types it; only the type comes from there. */
export const { api: client } = hc<Api>(
  typeof location === 'undefined' ? 'http://localhost' : location.origin,
);
