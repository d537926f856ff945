import { join } from 'node:path';

const { env } = process;

export const config = {
  port: Number(env.PORT ?? 3000),
  host: env.HOST ?? '127.0.0.1',
  outboxDir: join(env.DATA_DIR ?? './data', 'outbox'),
  providerUrl: env.PROVIDER_URL ?? 'https://api.pay.example',
  providerKey: env.PROVIDER_KEY ?? '',
  /** Key id -> secret; two of them while they are being exchanged. */
  callbackKeys: JSON.parse(env.CALLBACK_KEYS ?? '{}'),
  callbackToleranceSeconds: 300,
};
