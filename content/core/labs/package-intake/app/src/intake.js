import semver from 'semver';
import ssri from 'ssri';
import { z } from 'zod';
import { build } from './build.js';
import { folderOf, keepRecord, unpack } from './mirror.js';
import { Problem } from './problem.js';
import { fetchBundle } from './registries.js';
import { resolve } from './resolve.js';

export const packageName = z
  .string()
  .max(100)
  .regex(/^(?:@[a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*$/, 'this is no package name');

const request = z.object({
  name: packageName,
  range: z
    .string()
    .max(60)
    .default('*')
    .refine((range) => semver.validRange(range) !== null, 'this is no range of versions'),
  integrity: z.string().max(400).optional(),
});

/** Fetches a package into the mirror and returns what was stored. */
export async function takeIn(body) {
  const { data, error } = request.safeParse(body);
  if (error) throw new Problem(400, z.prettifyError(error));
  const { name, range } = data;
  const { registry, version } = await resolve(name, range);
  const bytes = await fetchBundle(registry, name, version);
  const folder = folderOf(name, version);
  await unpack(folder, bytes);
  const ran = await build(name, folder);
  const integrity = ssri.fromData(bytes, { algorithms: ['sha512'] }).toString();
  const record = { name, version, from: registry.id, integrity, ran };
  keepRecord(record);
  return record;
}
