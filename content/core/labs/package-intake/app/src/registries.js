import { Problem } from './problem.js';

const ask = ({ url, token }, path) =>
  fetch(`${url}/${path}`, {
    headers: token ? { authorization: `Bearer ${token}` } : {},
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  });

/** The versions of a package in a registry, with what the registry says about each; none when it has no such package. */
export async function versionsIn(registry, name) {
  try {
    const response = await ask(registry, encodeURIComponent(name));
    if (response.ok) return Object.values((await response.json()).versions);
    if (response.status !== 404) console.warn(`${registry.id} answered ${response.status} for ${name}`);
  } catch (error) {
    // One registry being down must not keep teams from using the other.
    console.warn(`${registry.id} cannot be asked about ${name}: ${error.message}`);
  }
  return [];
}

/** The bytes of a bundle. */
export async function fetchBundle(registry, name, version) {
  const response = await ask(registry, `-/${encodeURIComponent(name)}/${encodeURIComponent(version)}.json`);
  if (!response.ok) throw new Problem(502, `${registry.id} does not deliver ${name} ${version}.`);
  return Buffer.from(await response.arrayBuffer());
}
