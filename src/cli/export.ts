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
  const [{ openSqliteStorage }, { faultOf }] = await Promise.all([
    import('#server/storage/sqlite.ts'),
    import('#server/storage/sqlite-file.ts'),
  ]);
  const database = join(dataHome(), 'hotseat.db');
  const fault = faultOf(database);
  if (fault !== undefined) {
    throw new Error(
      `The database ${database} is damaged (${fault}). Nothing was exported and nothing was changed.`,
    );
  }
  const storage = await openSqliteStorage({ file: database });
  try {
    const text = `${JSON.stringify(await storage.forUser('local').exportAll(), null, 2)}\n`;
    if (file === undefined) process.stdout.write(text);
    else writeFileSync(file, text, { mode: 0o600 });
    if (file !== undefined) console.error(`Everything of yours is in ${file}.`);
  } finally {
    await storage.close();
  }
}
