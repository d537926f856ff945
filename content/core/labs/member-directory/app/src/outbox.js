import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from './config.js';

mkdirSync(config.outboxDir, { recursive: true });

/** Leaves a text message for the gateway, which takes files that end in .json. */
export function sendText(phone, text) {
  const file = join(config.outboxDir, randomUUID());
  writeFileSync(`${file}.part`, JSON.stringify({ phone, text }));
  renameSync(`${file}.part`, `${file}.json`);
}
