import { lstatSync } from 'node:fs';
import { exploit, functional, notice } from '#checks';
import { breachIfChanged, breachIfLeaked, leakIn, openRoom, openVictim } from './room.js';
import { file, folder, link } from './tar.js';

const twice = (name) => encodeURIComponent(encodeURIComponent(name));

functional('bundle-and-download', 'What a bundle holds can be listed and downloaded', async (t) => {
  const room = await openRoom(t);
  const contents = {
    'plans/stand.pdf': `%PDF ${t.random()}\0\x01\x02`,
    'plans/Süd 3/Wände & Türen.txt': t.random(),
    'plans..final.txt': t.random(),
    'discount 50%.txt': t.random(),
  };
  const entries = Object.entries(contents).map(([name, content]) => file(name, content));
  const sent = await room.send(folder('plans/'), ...entries);
  t.expect(sent.status === 200, 'a bundle to be answered with 200', sent);
  const listed = await room.list();
  for (const [name, content] of Object.entries(contents)) {
    t.expect(listed.json()?.includes(name), `${name} in the list`, listed);
    const seen = await room.download(name);
    t.expect(seen.status === 200 && seen.text === content, `the content of ${name}`, seen);
  }
});

functional('bundle-of-a-folder', 'A bundle that tar made of a whole folder is unpacked', async (t) => {
  const room = await openRoom(t);
  const content = t.random('order');
  const sent = await room.send(folder('./'), folder('./orders/'), file('./orders/power.txt', content));
  t.expect(sent.status === 200, 'a bundle to be answered with 200', sent);
  const seen = await room.preview('orders/power.txt');
  t.expect(seen.json()?.text === content, 'the content of orders/power.txt', seen);
});

functional('links-of-old-mails', 'A name that is encoded twice is found', async (t) => {
  const room = await openRoom(t);
  const content = t.random('order');
  await room.sendAsText(file('orders/water and air.txt', content));
  const seen = await room.get(twice('orders/water and air.txt'));
  t.expect(seen.status === 200 && seen.text === content, 'the content of orders/water and air.txt', seen);
});

functional('common-part', 'The plans of the fair can be read from every room', async (t) => {
  const room = await openRoom(t);
  const shown = await room.preview('/shared/hall-3.txt');
  t.expect(shown.json()?.text?.includes(t.canary('hall-plan')), 'the plan of hall 3', shown);
  const seen = await room.get(twice('/shared/hall-3.txt'));
  t.expect(seen.status === 200 && seen.text.includes(t.canary('hall-plan')), 'the plan of hall 3', seen);
});

functional('links-inside', 'Links inside a bundle lead to the files they name', async (t) => {
  const room = await openRoom(t);
  const content = t.random('version');
  const sent = await room.send(
    file('plans/v3.txt', content),
    link('plans/current.txt', 'v3.txt'),
    link('newest.txt', 'plans/v3.txt'),
    folder('press/'),
    link('press/plan.txt', '../plans/v3.txt'),
  );
  t.expect(sent.status === 200, 'a bundle to be answered with 200', sent);
  for (const name of ['plans/current.txt', 'newest.txt', 'press/plan.txt']) {
    const seen = await room.download(name);
    t.expect(seen.status === 200 && seen.text === content, `${name} to lead to plans/v3.txt`, seen);
  }
});

functional('corrected-bundle', 'A second bundle replaces what the first one brought', async (t) => {
  const room = await openRoom(t);
  const [first, second] = [`first ${t.random()} and more of it`, t.random('second')];
  await room.send(file('a.txt', first), file('b.txt', first), file('now.txt', first), link('c.txt', 'a.txt'));
  await room.send(file('b.txt', second), link('c.txt', 'b.txt'), file('new.txt', second));
  for (const [name, content] of Object.entries({
    'a.txt': first,
    'b.txt': second,
    'c.txt': second,
    'new.txt': second,
  })) {
    const seen = await room.download(name);
    t.expect(seen.status === 200 && seen.text === content, `the newest content of ${name}`, seen);
  }
});

functional('missing-files', 'Missing files, folders and foreign keys are refused', async (t) => {
  const [room, other] = [await openRoom(t), await openRoom(t)];
  await room.send(file('plans/stand.txt', t.random()));
  for (const name of ['nothing.txt', 'plans']) {
    const seen = await room.download(name);
    t.expect(seen.status >= 400 && seen.status < 500, `${name} to be refused`, seen);
  }
  const foreign = await t.app.get(`/rooms/${room.name}/files`, {
    headers: { Authorization: `Bearer ${other.key}` },
  });
  t.expect(foreign.status === 403, 'the key of another room to be refused with 403', foreign);
});

/** Asks for a file by each name, in the download and in the preview; a name is sent as it is in the preview. */
async function askFor(t, room, ...names) {
  for (const name of names) {
    breachIfLeaked(t, await room.get(encodeURIComponent(name)));
    breachIfLeaked(t, await room.preview(name));
  }
}

exploit('encoded-climb', 'Encoded steps upward leave the room', { finding: 'name-of-a-file' }, async (t) => {
  const room = await openRoom(t);
  breachIfLeaked(t, await room.get(twice('../../office/badge-printer.key')));
});

exploit(
  'other-room',
  'A name in the preview leads to another room',
  { finding: 'name-of-a-file' },
  async (t) => {
    const room = await openRoom(t);
    breachIfLeaked(t, await room.preview('..%2Fnordlicht%2Foffer.txt'));
  },
);

exploit(
  'name-with-a-slash',
  'A name with a slash reaches the whole disk of the archive',
  { finding: 'name-of-a-file' },
  async (t) => {
    const room = await openRoom(t);
    await askFor(
      t,
      room,
      '/office/badge-printer.key',
      '/rooms/nordlicht/offer.txt',
      '%2Foffice%2Fbadge-printer.key',
    );
  },
);

exploit(
  'climb-from-the-common-part',
  'Steps upward leave the common part',
  { finding: 'name-of-a-file', hidden: true },
  async (t) => {
    const room = await openRoom(t);
    const names = [
      '/shared/..%2Foffice%2Fbadge-printer.key',
      '%2Fshared%2F..%2Frooms%2Fnordlicht%2Foffer.txt',
      '/./office/badge-printer.key',
      '//office/badge-printer.key',
      '/shared/%2E%2E/office/badge-printer.key',
    ];
    await askFor(t, room, ...names);
  },
);

exploit(
  'neighbors-with-longer-names',
  'Folders whose names begin the same are reached',
  { finding: 'name-of-a-file', hidden: true },
  async (t) => {
    const room = await openRoom(t);
    await askFor(
      t,
      room,
      '/shared-office/prices.txt',
      '%2Fshared-office%2Fprices.txt',
      '/shared%2F..%2Fshared-office%2Fprices.txt',
    );
    const neighbor = await openRoom(t, `${room.name}-press`);
    const text = t.random('embargo');
    await neighbor.send(file('news.txt', text));
    for (const climb of ['..%2F', '%2E%2E/', 'x/..%2F..%2F']) {
      const seen = await room.preview(`${climb}${neighbor.name}/news.txt`);
      if (seen.text.includes(text))
        t.breach('the response holds a file of the room whose name begins the same', seen);
    }
  },
);

exploit(
  'other-spellings',
  'Steps upward are written in other ways',
  { finding: 'name-of-a-file', hidden: true },
  async (t) => {
    const room = await openRoom(t);
    await room.send(file('plans/stand.txt', 'x'));
    for (const up of ['%2E%2E/', '..%2F', '....//', '....%2F%2F', '..././', '.%2E%2F', '..%252F', '.%2e/']) {
      for (const start of ['', './', 'plans/..%2F']) {
        await askFor(t, room, `${start}${up}${up}office/badge-printer.key`);
      }
    }
  },
);

exploit(
  'entry-climbs',
  'An entry with steps upward lands in another room',
  { finding: 'bundle-entries' },
  async (t) => {
    const victim = await openVictim(t);
    const room = await openRoom(t);
    for (const start of ['../', 'plans/../../', './../', 'plans/./../../']) {
      const seen = await room.send(file(`${start}${victim.name}/offer.txt`, t.random('forged')));
      breachIfChanged(t, victim, seen);
    }
  },
);

exploit(
  'link-reads',
  'A link in a bundle leads to a file outside',
  { finding: 'bundle-entries' },
  async (t) => {
    const targets = [
      '/srv/data/office/badge-printer.key',
      '../../office/badge-printer.key',
      './../nordlicht/offer.txt',
    ];
    for (const target of targets) {
      const room = await openRoom(t);
      await room.send(link('plan.txt', target));
      await askFor(t, room, 'plan.txt');
    }
    for (const target of ['/srv/data', '../..', '../../office/..']) {
      const room = await openRoom(t);
      await room.send(link('plans', target));
      await askFor(t, room, 'plans/office/badge-printer.key', 'plans/rooms/nordlicht/offer.txt');
    }
  },
);

exploit(
  'link-writes',
  'An entry is written through a link',
  { finding: 'bundle-entries', hidden: true },
  async (t) => {
    const victim = await openVictim(t);
    const forged = t.random('forged');
    const ways = [
      [[link('plans', `../${victim.name}`), file('plans/offer.txt', forged)]],
      [[link('offer.txt', `../${victim.name}/offer.txt`), file('offer.txt', forged)]],
      [[link('plans', `/srv/data/rooms/${victim.name}`)], [file('plans/offer.txt', forged)]],
      [[link('offer.txt', `/srv/data/${victim.path}`)], [file('offer.txt', forged)]],
    ];
    for (const bundles of ways) {
      const room = await openRoom(t);
      for (const entries of bundles) breachIfChanged(t, victim, await room.send(...entries));
    }
  },
);

exploit(
  'links-and-folders-climb',
  'Entries that are no files land outside',
  { finding: 'bundle-entries', hidden: true },
  async (t) => {
    const room = await openRoom(t);
    for (const entry of [folder, (name) => link(name, 'anywhere.txt')]) {
      for (const start of ['../', 'plans/../../']) {
        const name = t.random('planted');
        const seen = await room.send(entry(`${start}${name}`));
        if (t.files.exists(`rooms/${name}`)) t.breach(`the bundle made ${name} beside the rooms`, seen);
      }
      const [victim, name] = [await openVictim(t), t.random('planted')];
      const other = await openRoom(t);
      const seen = await other.send(link('plans', `../${victim.name}`), entry(`plans/${name}`));
      if (t.files.exists(`rooms/${victim.name}/${name}`))
        t.breach(`the bundle made ${name} in another room`, seen);
    }
  },
);

/** In the room, plans/old/up leads to plans; from there three steps upward leave the room, while the text does not show it. */
const upward = [folder('plans/'), folder('plans/old/'), link('plans/old/up', '..')];

exploit(
  'link-over-a-link',
  'A link climbs over another link',
  { finding: 'bundle-entries', hidden: true },
  async (t) => {
    const room = await openRoom(t);
    await room.send(...upward, link('plan.txt', 'plans/old/up/../../../office/badge-printer.key'));
    await askFor(t, room, 'plan.txt');
    const victim = await openVictim(t);
    const other = await openRoom(t);
    await other.send(...upward, link('out', `plans/old/up/../../${victim.name}`));
    breachIfChanged(t, victim, await other.send(file('out/offer.txt', t.random('forged'))));
  },
);

exploit(
  'link-that-moves',
  'A link leads outside only after a later entry',
  { finding: 'bundle-entries', hidden: true },
  async (t) => {
    const room = await openRoom(t);
    await room.send(
      folder('step'),
      file('nordlicht/offer.txt', 'a file inside'),
      link('plan.txt', 'step/../nordlicht/offer.txt'),
      link('step', '.'),
    );
    await askFor(t, room, 'plan.txt');
    const later = await openRoom(t);
    await later.send(link('plan.txt', 'plans/offer.txt'), folder('plans'), link('plans', '../nordlicht'));
    await askFor(t, later, 'plan.txt');
  },
);

const climbs = (path) =>
  /\.\.|=\/|\/\/|%/.test(decodeSafely(decodeSafely(path)).replace(/^\/rooms\/[^/]+\/files\//, '='));

function decodeSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

notice('name-of-a-file', (t, { request, response }) => {
  const secret = leakIn(t, response);
  return secret && climbs(request.path) ? `The response holds ${secret}.` : undefined;
});

/** The files of all rooms and beside them after the last request, with what changes when one is written. */
let before;

function stateOf(path) {
  const { size, mtimeMs } = lstatSync(`/srv/data/${path}`, { throwIfNoEntry: false }) ?? {};
  return `${size} ${mtimeMs}`;
}

notice('bundle-entries', (t, { request, response }) => {
  const [, , room] = request.path.split('/');
  const now = new Map(t.files.list().map((path) => [path, stateOf(path)]));
  const changed = [...now].find(
    ([path, state]) => before && before.get(path) !== state && !path.startsWith(`rooms/${room}/`),
  );
  before = now;
  if (changed) return `The bundle wrote to ${changed[0]}, which is outside its room.`;
  const secret = leakIn(t, response);
  return secret && !climbs(request.path) ? `A link led to ${secret}.` : undefined;
});
