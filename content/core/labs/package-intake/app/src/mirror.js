import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { config } from './config.js';
import { Problem } from './problem.js';

const bundleShape = z.object({ files: z.record(z.string().max(200), z.string().max(500_000)) });

/** "name@version" -> what is known about it. */
const records = new Map();

export const folderOf = (name, version) => join(config.mirrorDir, name.replace('/', '+'), version);

export const listRecords = () => [...records.values()];

export const findRecord = (name, version) => records.get(`${name}@${version}`);

export function keepRecord(record) {
  records.set(`${record.name}@${record.version}`, record);
}

/** Writes the files of a bundle into the folder of the version, in place of what was there. */
export async function unpack(folder, bytes) {
  const { data, error } = bundleShape.safeParse(JSON.parse(bytes.toString('utf8')));
  if (error) throw new Problem(502, `This is no bundle: ${z.prettifyError(error)}`);
  await rm(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(data.files)) {
    const file = resolve(folder, path);
    if (!file.startsWith(folder + sep)) throw new Problem(502, `${path} leads out of the package.`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

export async function readFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = async (file) => [relative(folder, file), await readFile(file, 'utf8')];
  return Object.fromEntries(await Promise.all(files.sort().map(read)));
}
