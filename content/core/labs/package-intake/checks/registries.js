import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/** What attackers have put into packages that are there from the start; nothing else holds it. */
export const planted = randomBytes(12).toString('hex');

export const sha512 = (bytes) => `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

const port = 4873;
const addresses = { internal: '10.20.0.5', public: '93.184.216.34' };
const shelves = { internal: new Map(), public: new Map() };
const outages = new Map();

/**
 * Publishes a version, or replaces it. `integrity` is what the registry says about the bundle: the truth unless another
 * value (or null, for nothing) is given; `scripts` stand in the package.json and, unless `quiet`, in what the registry says.
 */
export function publish(where, name, version, details = {}) {
  const { files = {}, scripts, quiet = false } = details;
  const manifest = JSON.stringify({ name, version, ...(scripts && { scripts }) });
  const bundle = JSON.stringify({ files: { 'package.json': manifest, ...files } });
  const integrity = details.integrity === undefined ? sha512(bundle) : details.integrity;
  const versions = shelves[where].get(name) ?? new Map();
  versions.set(version, {
    bundle,
    says: { name, version, ...(scripts && !quiet && { scripts }), dist: integrity === null ? {} : { integrity } },
  });
  shelves[where].set(name, versions);
  return sha512(bundle);
}

/** Lets a registry fail for one package while `during` runs. */
export async function whileDown(where, name, during) {
  outages.set(`${where} ${name}`, true);
  try {
    return await during();
  } finally {
    outages.delete(`${where} ${name}`);
  }
}

function answer(where, url) {
  const [first = '', second = '', third = ''] = url.slice(1).split('/').map(decodeURIComponent);
  const name = first === '-' ? second : first;
  const versions = shelves[where].get(name);
  if (outages.has(`${where} ${name}`)) return [503, { error: 'maintenance' }];
  if (!versions) return [404, { error: 'no such package' }];
  if (first === '-') {
    const version = versions.get(third.replace(/\.json$/, ''));
    return version ? [200, version.bundle] : [404, { error: 'no such version' }];
  }
  return [200, { name, versions: Object.fromEntries([...versions].map(([number, { says }]) => [number, says])) }];
}

for (const [where, address] of Object.entries(addresses)) {
  const server = createServer((request, response) => {
    const [status, body] = answer(where, request.url);
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  server.unref();
  await new Promise((resolve) => server.listen(port, address, resolve));
}

// What is there from the start, for those who try the app by hand.
const note = (text) => ({ files: { 'index.js': `// ${text}\n` } });
const drop = (script) => ({
  scripts: { [script]: 'node setup.js' },
  files: {
    'setup.js': `require('node:fs').writeFileSync('/tmp/${planted}', process.env.INTERNAL_TOKEN ?? '');\n`,
    'index.js': 'exports.trim = (text) => text.trimStart();\n',
  },
});
publish('internal', '@acme/ui', '1.4.0', note('buttons of our own'));
publish('internal', 'acme-billing', '2.3.1', note('invoices'));
publish('public', 'acme-billing', '99.0.1', note(`published by somebody else ${planted}`));
publish('public', '@acme/ui', '1.9.9', note(`published by somebody else ${planted}`));
publish('public', 'image-tools', '3.1.4', {
  scripts: { install: 'node build.js' },
  files: { 'build.js': "require('node:fs').writeFileSync('addon.node', 'built');\n" },
});
publish('public', 'left-trim', '1.0.0', note('trims on the left'));
publish('public', 'left-trim', '1.0.1', drop('postinstall'));
publish('public', 'color-names', '5.0.0', { ...note(`changed on the way ${planted}`), integrity: sha512('what the author published') });
