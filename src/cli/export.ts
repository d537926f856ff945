import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { dataHome } from './paths.ts';

/** Adds `hotseat export`. */
export function addExportCommand(program: Command): void {
  program
    .command('export [file]')
    .description('write all your data as one JSON document to a file, or to standard output')
    .action(exportData);
}

async function exportData(file: string | undefined): Promise<void> {
  const { openSqliteStorage } = await import('#server/storage/sqlite.ts');
  const storage = await openSqliteStorage({ file: join(dataHome(), 'hotseat.db') });
  try {
    const text = `${JSON.stringify(await storage.forUser('local').exportAll(), null, 2)}\n`;
    if (file === undefined) process.stdout.write(text);
    else writeFileSync(file, text, { mode: 0o600 });
  } finally {
    await storage.close();
  }
}
