import { exploit, functional, notice } from '#checks';
import {
  addHost,
  leaks,
  lookup,
  lookupKnown,
  probe,
  secretFile,
  strayFiles,
  transcript,
} from './linecheck.js';

const shop = 'shop-eu.customer.example';
const shopAddress = '203.0.113.20';

functional('lookup-by-name', 'A name is looked up, in whatever case it is typed', async (t) => {
  for (const host of [shop, 'Shop-EU.Customer.Example']) {
    const seen = await lookup(t, { host });
    t.expect(seen.status === 200, 'the lookup of a known name to be answered with 200', seen);
    t.expect(seen.json()?.addresses?.includes(shopAddress), `the address ${shopAddress}`, seen);
  }
  const onlyOne = await lookup(t, { host: 'localhost', prefix: '127.', limit: 1 });
  t.expect(onlyOne.json()?.addresses?.join() === '127.0.0.1', 'one IPv4 address for localhost', onlyOne);
});

functional('lookup-of-an-address', 'An address, old or new style, is answered with itself', async (t) => {
  const number = 1 + Math.floor(Math.random() * 250);
  const cases = [
    { host: `192.0.2.${number}` },
    { host: `2001:db8::${number}` },
    { host: `2001:db8::${number}`, prefix: '2001:db8:' },
  ];
  for (const query of cases) {
    const seen = await lookup(t, query);
    t.expect(seen.json()?.addresses?.includes(query.host), `the address ${query.host}`, seen);
  }
  const elsewhere = await lookup(t, { host: `192.0.2.${number}`, prefix: '198.51.100.' });
  t.expect(!elsewhere.json()?.addresses?.length, 'no address that begins otherwise', elsewhere);
});

functional('unknown-name', 'A name that does not exist is reported as such', async (t) => {
  const seen = await lookup(t, { host: `${t.random('nobody')}.invalid` });
  t.expect(seen.status >= 400 && seen.status < 500, 'an answer of the 400s', seen);
  t.expect(!seen.json()?.addresses?.length, 'no addresses', seen);
});

functional('watchlist', "A customer's host is remembered and looked up again", async (t) => {
  const customer = `O'Brien & Sons; ${t.random('Kiel')} | <hosting>`;
  const added = await addHost(t, { customer, host: shop, prefix: '203.0.113.' });
  t.expect(added.status === 201, 'a remembered host to be answered with 201', added);
  t.expect(added.json()?.customer === customer, 'the name of the customer as it was typed', added);
  const seen = await lookupKnown(t, added);
  t.expect(seen.json()?.addresses?.join() === shopAddress, `the address ${shopAddress}`, seen);
});

functional('probe-reaches', 'A probe tells that a target can be reached', async (t) => {
  const { port } = await t.listen(() => ({ body: '' }), { address: shopAddress });
  const targets = [`${shop}:${port}`, `${shopAddress}:${port}`];
  const seen = await probe(t, { targets, rounds: 2 });
  t.expect(seen.status === 201, 'a probe to be answered with 201', seen);
  for (const target of targets) {
    const lines = seen
      .json()
      ?.output?.split('\n')
      .filter((line) => line.startsWith(`${target}: reached`));
    t.expect(lines?.length === 2, `two connections to ${target}`, seen);
  }
});

functional('probe-does-not-reach', 'A probe tells that a target cannot be reached', async (t) => {
  for (const target of ['127.0.0.1:1', '[::1]:1', `${t.random('nobody')}.invalid`]) {
    const seen = await probe(t, { targets: [target] });
    if (target.endsWith('invalid') && seen.status >= 400 && seen.status < 500) continue;
    t.expect(seen.status === 201, 'a probe to be answered with 201', seen);
    t.expect(seen.json()?.output?.includes(`${target}: not reached`), `that ${target} is not reached`, seen);
  }
});

functional('note-of-the-agent', 'The note of the agent stands in the kept transcript', async (t) => {
  const note = `- since 9pm; 50% loss & "VPN" | O'Brien $(${t.random('call')})`;
  const seen = await probe(t, { targets: ['127.0.0.1:1'], note });
  t.expect(seen.status === 201, 'a probe to be answered with 201', seen);
  const kept = await transcript(t, seen);
  t.expect(kept.json()?.text?.includes(note), 'the note as it was typed', kept);
  t.expect(kept.json()?.text?.includes('127.0.0.1:1: not reached'), 'the result of the probe', kept);
});

const stolen = 'a command of the attacker ran and printed the account of the mail relay';

exploit(
  'second-command',
  'A semicolon in the host starts a second command',
  { finding: 'shell-lookup' },
  async (t) => {
    const seen = await lookup(t, { host: `localhost; cat ${secretFile}` });
    if (leaks(t, seen)) t.breach(stolen, seen);
  },
);

exploit(
  'command-substitution',
  'The shell replaces a command inside the host',
  { finding: 'shell-lookup' },
  async (t) => {
    for (const command of [(file) => `$(touch /srv/data/${file})`, (file) => `\`touch /srv/data/${file}\``]) {
      const file = t.random('planted');
      const seen = await lookup(t, { host: `localhost${command(file)}` });
      if (t.files.exists(file)) t.breach(`a command of the attacker ran and made the file ${file}`, seen);
    }
  },
);

exploit(
  'other-separators',
  'Other separators start a second command as well',
  { finding: 'shell-lookup', hidden: true },
  async (t) => {
    for (const separator of ['\n', '&', '|', '||', '\r\n']) {
      for (const space of [' ', '\t', '<', '${IFS}']) {
        const seen = await lookup(t, { host: `localhost${separator}cat${space}${secretFile}` });
        if (leaks(t, seen)) t.breach(stolen, seen);
      }
    }
    for (const fields of [{ host: 'localhost\nenv' }, { host: 'localhost', prefix: '.\nenv' }]) {
      const seen = await lookup(t, { ...fields, limit: 50 });
      if (seen.text.includes('DATA_DIR='))
        t.breach('a command of the attacker printed the environment', seen);
    }
  },
);

exploit(
  'quotation-marks',
  'Quotation marks in the host end those of the command',
  { finding: 'shell-lookup', hidden: true },
  async (t) => {
    for (const mark of ["'", '"', '\\"', "\\'"]) {
      const seen = await lookup(t, { host: `localhost${mark};cat ${secretFile};:${mark}` });
      if (leaks(t, seen)) t.breach(stolen, seen);
    }
  },
);

exploit(
  'zone-of-an-address',
  'The zone of an IPv6 address carries the command',
  { finding: 'shell-lookup', hidden: true },
  async (t) => {
    for (const host of [`fe80::1%;cat ${secretFile}`, `fe80::1%e0\ncat ${secretFile}`]) {
      const seen = await lookup(t, { host });
      if (leaks(t, seen)) t.breach(stolen, seen);
    }
  },
);

exploit(
  'prefix-of-addresses',
  'The prefix carries the command',
  { finding: 'shell-lookup', hidden: true },
  async (t) => {
    const prefixes = [
      `; cat ${secretFile} #`,
      `\ncat ${secretFile} #`,
      `203.;cat ${secretFile};`,
      `'; cat ${secretFile}; '`,
      `$(touch /srv/data/${t.random('planted')})`,
      ` ${secretFile}`,
    ];
    for (const prefix of prefixes) {
      const seen = await lookup(t, { host: shop, prefix });
      const file = /planted-[0-9a-f]+/.exec(prefix)?.[0];
      if (leaks(t, seen)) t.breach(stolen, seen);
      if (file && t.files.exists(file))
        t.breach(`a command of the attacker ran and made the file ${file}`, seen);
    }
  },
);

exploit(
  'remembered-host',
  'A remembered host carries the command',
  { finding: 'shell-lookup', hidden: true },
  async (t) => {
    const entries = [
      { host: `localhost; cat ${secretFile}` },
      { host: 'localhost', prefix: `127.; cat ${secretFile} #` },
    ];
    for (const entry of entries) {
      const added = await addHost(t, { customer: t.random('customer'), ...entry });
      const seen = await lookupKnown(t, added);
      if (leaks(t, seen)) t.breach(stolen, seen);
    }
  },
);

/** Probes with such targets, one after the other, and looks into the answer and the transcript for the secret. */
async function readThrough(t, ...lists) {
  for (const targets of lists) {
    const seen = await probe(t, { targets });
    const kept = await transcript(t, seen);
    for (const text of [seen, kept]) {
      if (leaks(t, text)) t.breach('the probe read the account of the mail relay out of its file', text);
    }
  }
}

exploit(
  'target-reads-a-file',
  'A target is taken for the option that reads a file',
  { finding: 'probe-options' },
  (t) => readThrough(t, ['-f=relay-credentials'], [`-f=${secretFile}`, '127.0.0.1:1']),
);

exploit(
  'target-writes-a-file',
  'A target is taken for the option that writes a file',
  { finding: 'probe-options' },
  async (t) => {
    for (const dashes of ['-', '--']) {
      const file = t.random('written');
      const seen = await probe(t, { targets: [`${dashes}o=${file}`, '127.0.0.1:1'], note: 'any text' });
      if (t.files.exists(file)) t.breach(`the probe wrote to ${file}, a file that the attacker named`, seen);
    }
  },
);

exploit(
  'option-in-two-words',
  'Two targets are taken for an option and its value',
  { finding: 'probe-options', hidden: true },
  (t) => readThrough(t, ['-f', 'relay-credentials'], ['--f', 'relay-credentials', '127.0.0.1:1']),
);

exploit(
  'long-form-of-the-option',
  'The option is written with two hyphens',
  { finding: 'probe-options', hidden: true },
  (t) => readThrough(t, ['--f=relay-credentials'], ['-timeout=1ms', '--f=relay-credentials']),
);

exploit(
  'space-before-the-option',
  'White space stands before the option',
  { finding: 'probe-options', hidden: true },
  (t) =>
    readThrough(
      t,
      [' -f=relay-credentials'],
      ['\t--f=relay-credentials'],
      ['\u00a0-f=relay-credentials'],
      ['- -f=relay-credentials'],
    ),
);

exploit(
  'limit-of-rounds',
  'A target is taken for the option that sets the rounds',
  { finding: 'probe-options', hidden: true },
  async (t) => {
    for (const options of [['-count=40'], ['--count', '40']]) {
      const seen = await probe(t, { targets: [...options, '127.0.0.1:1'] });
      const rounds = seen.text.split('127.0.0.1:1: not reached').length - 1;
      if (rounds > 3) t.breach(`one probe connected ${rounds} times, and three times are allowed`, seen);
    }
  },
);

notice('shell-lookup', (t, { request, response }) => {
  if (!/\/lookup(\?|$)/.test(request.path)) return undefined;
  if (leaks(t, response)) return 'The account of the mail relay is in the answer to a lookup.';
  const [file] = strayFiles(t);
  return file && `The lookup made the file ${file}.`;
});

notice('probe-options', (t, { request, response }) => {
  if (!request.path.startsWith('/api/probes')) return undefined;
  if (leaks(t, response)) return 'The account of the mail relay is in a transcript.';
  const [file] = strayFiles(t);
  return file && `The probe wrote to ${file}.`;
});
