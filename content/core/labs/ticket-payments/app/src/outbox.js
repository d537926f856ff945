import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { config } from './config.js';

mkdirSync(config.outboxDir, { recursive: true });

/** Leaves a mail for the mailer. */
export function sendTickets({ mail, show, tickets }) {
  const text = `Your tickets for ${show}:\n${tickets.join('\n')}`;
  writeFileSync(join(config.outboxDir, `${randomUUID()}.json`), JSON.stringify({ to: mail, text }));
}
