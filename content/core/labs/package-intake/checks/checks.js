import { exploit, functional, notice } from '#checks';
import { expectStored, holds, nextVersion, someName, stored, takeIn } from './mirror.js';
import { planted, publish, sha512, whileDown } from './registries.js';

const file = (text) => ({ files: { 'index.js': `// ${text}\n`, 'lib/deep/util.js': 'export {};\n' } });

functional('public-package', 'A public package is stored in the newest version of the range', async (t) => {
  const [name, old, fresh] = [someName(t), t.random('old'), t.random('fresh')];
  publish('public', name, '1.2.0', file(t.random('older')));
  publish('public', name, '1.9.0', file(old));
  publish('public', name, '2.0.0', file(fresh));
  await expectStored(t, { name, range: '^1.0.0' }, { version: '1.9.0', text: old, from: 'public' });
  await expectStored(t, { name }, { version: '2.0.0', text: fresh, from: 'public' });
  const listed = await t.app.get('/stored');
  const versions = (listed.json() ?? []).filter((record) => record.name === name).map((record) => record.version);
  t.expect(versions.toSorted().join() === '1.9.0,2.0.0', 'both versions in the list of the mirror', listed);
});

functional('own-package', 'Packages of our own come from the internal registry', async (t) => {
  const [scoped, text] = [`@acme/${someName(t)}`, t.random('ours')];
  publish('internal', scoped, '1.0.0', file(text));
  await expectStored(t, { name: scoped, range: '^1.0.0' }, { version: '1.0.0', text, from: 'internal' });
  for (const name of ['acme-billing', 'acme-theme']) {
    const version = nextVersion();
    publish('internal', name, version, file(text));
    await expectStored(t, { name, range: version }, { version, text, from: 'internal' });
  }
});

functional('similar-names', 'Public packages whose names resemble ours are public packages', async (t) => {
  const names = [`@acme-labs/${someName(t)}`, `acme-${someName(t)}`, `acme-billing-${someName(t)}`, `@else/acme-theme`];
  for (const name of names) {
    const text = t.random('public');
    publish('public', name, '3.0.0', file(text));
    await expectStored(t, { name }, { version: '3.0.0', text, from: 'public' });
  }
});

functional('reviewed-builds', 'The builds that were reviewed run, with all their steps', async (t) => {
  const [one, two] = [t.random('addon'), t.random('table')];
  publish('public', 'image-tools', '3.1.4', {
    scripts: { install: 'node build.js', test: 'node no-such-file.js' },
    files: { 'build.js': `require('node:fs').writeFileSync('addon.node', ${JSON.stringify(one)});\n` },
  });
  await expectStored(t, { name: 'image-tools', range: '3.1.4' }, { version: '3.1.4', text: one });
  publish('public', 'fast-hash', '2.0.1', {
    scripts: { preinstall: 'node first.js', postinstall: 'node second.js' },
    files: {
      'first.js': `require('node:fs').writeFileSync('first.txt', ${JSON.stringify(two)});\n`,
      'second.js':
        "const fs = require('node:fs');\nfs.writeFileSync('table.txt', `made of ${fs.readFileSync('first.txt', 'utf8')}`);\n",
    },
  });
  await expectStored(t, { name: 'fast-hash' }, { version: '2.0.1', text: `made of ${two}` });
});

functional('scripts-and-no-build', 'A package with scripts that nobody needs is stored as it is', async (t) => {
  const [name, text] = [someName(t), t.random('tool')];
  publish('public', name, '1.0.0', { ...file(text), scripts: { test: 'node --test', start: 'node index.js' } });
  const { files } = await expectStored(t, { name }, { version: '1.0.0', text });
  t.expect(files['package.json']?.includes('"test"'), 'the package.json unchanged', files);
});

functional('lock-file', 'The integrity of a lock file is accepted when it is right', async (t) => {
  const [name, text] = [someName(t), t.random('locked')];
  const integrity = publish('public', name, '4.1.0', file(text));
  await expectStored(t, { name, range: '4.1.0', integrity }, { version: '4.1.0', text });
  await expectStored(t, { name, range: '4.1.0', integrity }, { version: '4.1.0', text });
});

functional('one-registry-down', 'An outage of one registry leaves the packages of the other alone', async (t) => {
  const [name, own, text] = [someName(t), `@acme/${someName(t)}`, t.random('there')];
  publish('public', name, '1.0.0', file(text));
  publish('internal', own, '1.0.0', file(text));
  await whileDown('internal', name, () => expectStored(t, { name }, { version: '1.0.0', text }));
  await whileDown('public', own, () => expectStored(t, { name: own }, { version: '1.0.0', text }));
});

functional('unknown', 'What does not exist is not stored', async (t) => {
  const name = someName(t);
  publish('public', name, '1.0.0', file(t.random('only')));
  for (const json of [{ name: someName(t) }, { name, range: '^2.0.0' }, { name: '../etc' }, { name, range: 'new' }]) {
    const refused = await takeIn(t, json);
    t.expect(refused.status >= 400 && refused.status < 500, `${JSON.stringify(json)} to be refused`, refused);
  }
});

/** Somebody outside has published `version` of a package of ours; it must not get into the mirror. */
async function confuse(t, name, { range, version, internal = [], down = false }) {
  const bait = t.random('bait');
  for (const number of internal) publish('internal', name, number, file(t.random('ours')));
  publish('public', name, version, file(bait));
  const ask = () => takeIn(t, { name, ...(range && { range }) });
  const answer = await (down ? whileDown('internal', name, ask) : ask());
  const seen = await stored(t, name, version);
  if (holds(seen, bait)) t.breach(`builds now get ${name} from somebody who is not from Acme`, answer);
}

exploit(
  'higher-version-outside',
  'A package of the own scope is published outside with a higher version',
  { finding: 'any-registry-wins' },
  (t) => confuse(t, `@acme/${someName(t)}`, { version: '9.9.9', internal: ['1.0.0', '1.1.0'] }),
);

exploit(
  'old-name-outside',
  'An unscoped name of ours is published outside',
  { finding: 'any-registry-wins' },
  async (t) => {
    const [ours, version] = [nextVersion(), nextVersion()];
    await confuse(t, 'acme-billing', { range: `>=${ours} <=${version}`, version, internal: [ours] });
  },
);

exploit(
  'range-only-outside',
  'Only the version outside is in the range',
  { finding: 'any-registry-wins', hidden: true },
  (t) => confuse(t, `@acme/${someName(t)}`, { range: '^2.0.0', version: '2.0.1', internal: ['1.0.0'] }),
);

exploit(
  'not-yet-inside',
  'A name of ours is not published inside yet',
  { finding: 'any-registry-wins', hidden: true },
  async (t) => {
    await confuse(t, `@acme/${someName(t)}`, { version: '0.0.1' });
    const version = nextVersion();
    await confuse(t, 'acme-theme', { range: version, version });
  },
);

exploit(
  'outage-inside',
  'The internal registry is down for a moment',
  { finding: 'any-registry-wins', hidden: true },
  (t) => confuse(t, `@acme/${someName(t)}`, { version: '1.0.1', internal: ['1.0.0'], down: true }),
);

/** A script that leaves a mark in three places: it ran when one of them is there. */
function marking(t) {
  const mark = t.random('ran');
  const text = [
    "const fs = require('node:fs');",
    `for (const folder of ['/tmp', '.', process.env.DATA_DIR || '..']) {`,
    `  try { fs.writeFileSync(folder + '/${mark}', '${mark}'); } catch {}`,
    '}',
  ].join('\n');
  const ran = () => t.files.tmp.exists(mark) || t.files.list().some((path) => path.endsWith(mark));
  return { files: { 'setup.js': text, 'index.js': 'export {};\n' }, ran };
}

async function runScript(t, { hook, name = someName(t), version = '1.0.0', quiet = false, command = 'node setup.js' }) {
  const { files, ran } = marking(t);
  publish('public', name, version, { files, quiet, scripts: { [hook]: command } });
  const answer = await takeIn(t, { name, range: version });
  if (ran()) t.breach(`a stranger's ${hook} script ran on the machine that fills the mirror`, answer);
}

exploit(
  'script-after-install',
  'A public package brings a postinstall script',
  { finding: 'scripts-of-strangers-run' },
  (t) => runScript(t, { hook: 'postinstall' }),
);

exploit(
  'script-other-hooks',
  'The script stands under another name',
  { finding: 'scripts-of-strangers-run' },
  async (t) => {
    for (const hook of ['preinstall', 'install']) await runScript(t, { hook });
    await runScript(t, { hook: 'install', command: 'cd . && node ./setup.js' });
  },
);

exploit(
  'script-only-in-bundle',
  'The registry knows of no script, the package.json in the bundle does',
  { finding: 'scripts-of-strangers-run', hidden: true },
  (t) => runScript(t, { hook: 'postinstall', quiet: true }),
);

exploit(
  'script-in-new-version',
  'A package whose build was reviewed has a new version that was not',
  { finding: 'scripts-of-strangers-run', hidden: true },
  async (t) => {
    await runScript(t, { hook: 'install', name: 'image-tools', version: '3.2.0' });
    await runScript(t, { hook: 'postinstall', name: 'fast-hash', version: '2.0.2' });
    await runScript(t, { hook: 'install', name: 'fast-hash', version: '2.0.1-rc.1' });
  },
);

exploit(
  'script-in-similar-name',
  'A name that resembles a reviewed package',
  { finding: 'scripts-of-strangers-run', hidden: true },
  async (t) => {
    const names = [`image-tools-${someName(t)}`, `@else/image-tools`, `${someName(t)}-fast-hash`, 'image-tool'];
    const versions = ['3.1.4', '3.1.5', '2.0.1', '3.1.4'];
    for (const [at, name] of names.entries()) await runScript(t, { hook: 'install', name, version: versions[at] });
  },
);

exploit(
  'changed-on-the-way',
  'A bundle is not what the registry says it is',
  { finding: 'bytes-never-compared' },
  async (t) => {
    const [name, bait] = [someName(t), t.random('bait')];
    publish('public', name, '1.0.0', { ...file(bait), integrity: sha512(t.random('genuine')) });
    const answer = await takeIn(t, { name });
    if (holds(await stored(t, name, '1.0.0'), bait)) t.breach('a bundle that was changed on the way is in the mirror', answer);
  },
);

exploit(
  'not-what-is-locked',
  'The registry was changed as a whole, the lock file of the team was not',
  { finding: 'bytes-never-compared' },
  async (t) => {
    for (const where of ['public', 'internal']) {
      const name = where === 'public' ? someName(t) : `@acme/${someName(t)}`;
      const [bait, genuine] = [t.random('bait'), publish(where, name, '1.0.0', file(t.random('genuine')))];
      publish(where, name, '1.0.0', file(bait));
      const answer = await takeIn(t, { name, range: '1.0.0', integrity: genuine });
      if (holds(await stored(t, name, '1.0.0'), bait)) {
        t.breach('a bundle that is not the one in the lock file is in the mirror', answer);
      }
    }
  },
);

exploit(
  'replaced-later',
  'A version that is in the mirror is replaced in the registry',
  { finding: 'bytes-never-compared', hidden: true },
  async (t) => {
    const [name, bait, genuine] = [someName(t), t.random('bait'), t.random('genuine')];
    publish('public', name, '1.0.0', file(genuine));
    await expectStored(t, { name }, { version: '1.0.0', text: genuine });
    publish('public', name, '1.0.0', file(bait));
    const answer = await takeIn(t, { name });
    if (holds(await stored(t, name, '1.0.0'), bait)) t.breach('a stored version has other content than before', answer);
  },
);

exploit(
  'nobody-vouches',
  'The registry says nothing about the bytes, or something that cannot be compared',
  { finding: 'bytes-never-compared', hidden: true },
  async (t) => {
    for (const integrity of [null, '', ' ', 'none', 'sha512-', 'crc32-AAAA', `sha512-${'A'.repeat(86)}==`, 7, {}, []]) {
      const [name, bait] = [someName(t), t.random('bait')];
      publish('public', name, '1.0.0', { ...file(bait), integrity });
      const answer = await takeIn(t, { name });
      if (holds(await stored(t, name, '1.0.0'), bait)) t.breach('a bundle for which nobody vouches is in the mirror', answer);
    }
  },
);

exploit(
  'changed-build',
  'The build of a reviewed version was changed on the way',
  { finding: 'bytes-never-compared', hidden: true },
  async (t) => {
    const { files, ran } = marking(t);
    const integrity = sha512(t.random('reviewed'));
    publish('public', 'image-tools', '3.1.5', { files, integrity, scripts: { install: 'node setup.js' } });
    const answer = await takeIn(t, { name: 'image-tools', range: '3.1.5' });
    if (ran()) t.breach('a build that was changed on the way ran on the machine that fills the mirror', answer);
  },
);

/** Looks at what the request just stored, for those who try it by hand with the packages that are there. */
async function justStored(t, { request, response }) {
  if (request.method !== 'POST' || !request.path.startsWith('/intake') || response.status >= 300) return undefined;
  const { name, version } = response.json() ?? {};
  return { name, version, ...(await stored(t, name, version)) };
}

const whenTakenIn = (name) => ({ attack: (t) => takeIn(t, { name }) });

notice(
  'any-registry-wins',
  async (t, exchange) => {
    const seen = await justStored(t, exchange);
    if (seen && /^(?:@acme\/|acme-(?:billing|theme)$)/.test(seen.name) && holds(seen, planted)) {
      return `${seen.name} ${seen.version} in the mirror was published by somebody who is not from Acme`;
    }
  },
  whenTakenIn('acme-billing'),
);

notice(
  'scripts-of-strangers-run',
  async (t, exchange) => {
    const seen = await justStored(t, exchange);
    if (seen?.name === 'left-trim' && t.files.tmp.exists(planted)) {
      return `a script of ${seen.name} ran on the machine that fills the mirror, and it saw the token of the internal registry`;
    }
  },
  whenTakenIn('left-trim'),
);

notice(
  'bytes-never-compared',
  async (t, exchange) => {
    const seen = await justStored(t, exchange);
    if (seen?.name === 'color-names' && holds(seen, planted)) {
      return 'the bundle in the mirror is not the one whose integrity the registry states';
    }
  },
  whenTakenIn('color-names'),
);
