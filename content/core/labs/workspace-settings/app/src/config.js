import { join } from 'node:path';

const { env } = process;

export const config = {
  port: Number(env.PORT ?? 3000),
  host: env.HOST ?? '127.0.0.1',
  inviteCode: env.INVITE_CODE ?? 'try-me',
  ownerKey: env.OWNER_KEY ?? 'owner',
  reportsDir: join(env.DATA_DIR ?? './data', 'reports'),
};
