import { join } from 'node:path';

const { env } = process;
const dataDir = env.DATA_DIR ?? './data';

export const config = {
  port: Number(env.PORT ?? 3000),
  host: env.HOST ?? '127.0.0.1',
  membersFile: join(dataDir, 'members.json'),
  invitesFile: join(dataDir, 'invites.json'),
  outboxDir: join(dataDir, 'outbox'),
  linkMinutes: 10,
  pageSize: 20,
};
