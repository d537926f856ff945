import { join } from 'node:path';

const { env } = process;

export const config = {
  port: Number(env.PORT ?? 3000),
  host: env.HOST ?? '127.0.0.1',
  importedFile: join(env.DATA_DIR ?? './data', 'comments.json'),
  publicDir: join(import.meta.dirname, '..', 'public'),
};
