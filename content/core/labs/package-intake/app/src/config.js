import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const { env } = process;
const read = (name) => JSON.parse(readFileSync(join(import.meta.dirname, '..', 'config', name), 'utf8'));

export const config = {
  port: Number(env.PORT ?? 3000),
  host: env.HOST ?? '127.0.0.1',
  mirrorDir: resolve(env.DATA_DIR ?? './data', 'mirror'),
  registries: [
    { id: 'internal', url: env.INTERNAL_REGISTRY ?? 'https://npm.acme.example', token: env.INTERNAL_TOKEN },
    { id: 'public', url: env.PUBLIC_REGISTRY ?? 'https://registry.public.example' },
  ],
  /** Packages of our own: everything in the scope, and some names. */
  own: read('own-packages.json'),
  /** Reviewed builds, and how long they may take. */
  builds: new Map(Object.entries(read('builds.json'))),
};
