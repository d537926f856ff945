import semver from 'semver';
import { config } from './config.js';
import { Problem } from './problem.js';
import { versionsIn } from './registries.js';

/** All versions of a package that can be had, and where. */
export async function offersOf(name) {
  const offers = await Promise.all(
    config.registries.map(async (registry) => {
      const versions = await versionsIn(registry, name);
      return versions.map((manifest) => ({ registry, version: manifest.version, manifest }));
    }),
  );
  return offers.flat().filter(({ version }) => semver.valid(version));
}

/** The newest version that is in the range. */
export async function resolve(name, range) {
  const offers = await offersOf(name);
  const version = semver.maxSatisfying(
    offers.map((offer) => offer.version),
    range,
  );
  const offer = offers.find((candidate) => candidate.version === version);
  if (!offer) throw new Problem(404, `There is no version of ${name} in the range ${range}.`);
  return offer;
}
