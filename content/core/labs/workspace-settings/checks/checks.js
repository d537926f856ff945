import { exploit, functional, notice } from '#checks';
import { newMember, owner, secretOf, settingsOf } from './people.js';

const defaults = {
  theme: 'light',
  pageSize: 25,
  notify: { mail: true, push: false, quiet: { from: '20:00', to: '07:00' } },
  columns: ['title', 'owner', 'changed'],
  extensions: {},
};

/** Equal as JSON documents, whatever the order of the names. */
function same(a, b) {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const names = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]));
}

const ok = ({ status }) => status >= 200 && status < 300;

/** A body that no object literal could write: the text goes out as it is. */
const rawJson = (text) => ({ body: text, headers: { 'content-type': 'application/json' } });

functional('starts-with-defaults', 'A new member has the default settings', async (t) => {
  const settings = await settingsOf(t, await newMember(t));
  t.expect(same(settings, defaults), 'the default settings', settings);
});

functional('keeps-neighbors', 'A partial change keeps everything beside it', async (t) => {
  const member = await newMember(t);
  const changed = await member.session.patch('/settings', {
    json: { theme: 'dark', notify: { push: true, quiet: { from: '21:30' } } },
  });
  t.expect(ok(changed), 'the change to be accepted', changed);
  const expected = {
    ...defaults,
    theme: 'dark',
    notify: { mail: true, push: true, quiet: { from: '21:30', to: '07:00' } },
  };
  t.expect(same(changed.json(), expected), 'the answer to hold the whole settings after the change', changed);
  t.expect(same(await settingsOf(t, member), expected), 'the change to be there at the next visit');
  t.expect(same(await settingsOf(t, await newMember(t)), defaults), 'nobody else to notice the change');
});

functional('free-extensions', 'An integration keeps what it likes under its own name', async (t) => {
  const member = await newMember(t);
  const [integration, color] = [t.random('calendar'), t.random('teal')];
  const first = { color, 'week start': 1, __version: 3, days: ['mon', 'tue'], a: { b: { c: { d: true } } } };
  const added = await member.session.patch('/settings', { json: { extensions: { [integration]: first } } });
  t.expect(ok(added), 'the entries of the integration to be accepted', added);
  const more = { constructorName: 'Ada', a: { b: { x: 1 } }, 'week start': null };
  await member.session.patch('/settings', { json: { extensions: { [integration]: more } } });
  const { extensions } = await settingsOf(t, member);
  const { 'week start': _gone, ...kept } = first;
  const expected = { ...kept, constructorName: 'Ada', a: { b: { c: { d: true }, x: 1 } } };
  t.expect(
    same(extensions, { [integration]: expected }),
    'new entries beside the old ones, and the one that was set to null gone',
    extensions,
  );
});

functional('lists-are-replaced', 'A list takes the place of the list that was there', async (t) => {
  const member = await newMember(t);
  await member.session.patch('/settings', { json: { columns: ['size', 'tags', 'title', 'owner'] } });
  const changed = await member.session.patch('/settings', { json: { columns: ['tags'] } });
  t.expect(ok(changed), 'the shorter list to be accepted', changed);
  t.expect(same((await settingsOf(t, member)).columns, ['tags']), 'only the new list', changed);
});

functional('entry-by-path', 'One entry is set by its path, with dots or as a list', async (t) => {
  const member = await newMember(t);
  const name = `${t.random('cal')}.team`;
  const puts = [
    { path: 'notify.quiet.to', value: '06:15' },
    { path: 'theme', value: 'system' },
    { path: 'extensions.board.view.zoom', value: 1.5 },
    { path: ['extensions', name, 'labels'], value: ['red', 'blue'] },
  ];
  for (const json of puts) {
    const set = await member.session.put('/settings/entry', { json });
    t.expect(ok(set), `${JSON.stringify(json.path)} to be set`, set);
  }
  const expected = {
    ...defaults,
    theme: 'system',
    notify: { ...defaults.notify, quiet: { from: '20:00', to: '06:15' } },
    extensions: { board: { view: { zoom: 1.5 } }, [name]: { labels: ['red', 'blue'] } },
  };
  const settings = await settingsOf(t, member);
  t.expect(same(settings, expected), 'all four entries to be set and nothing else', settings);
});

functional('text-is-text', 'Texts about programming are stored as they are', async (t) => {
  const member = await newMember(t);
  const note = `${t.random('note')}: why obj.__proto__ and constructor.prototype differ`;
  const changed = await member.session.patch('/settings', { json: { extensions: { snippets: { note } } } });
  t.expect(ok(changed), 'a text that mentions __proto__ to be accepted', changed);
  const set = await member.session.put('/settings/entry', {
    json: { path: 'extensions.snippets.title', value: 'prototype' },
  });
  t.expect(ok(set), 'the text "prototype" to be accepted', set);
  const { extensions } = await settingsOf(t, member);
  t.expect(same(extensions, { snippets: { note, title: 'prototype' } }), 'both texts unchanged', extensions);
});

functional('refuses-nonsense', 'Settings out of range are refused and change nothing', async (t) => {
  const member = await newMember(t);
  const changes = [{ pageSize: 5000 }, { theme: 'pink' }, { notify: { quiet: { from: '25:00' } } }, { surprise: 1 }];
  for (const json of changes) {
    const refused = await member.session.patch('/settings', { json });
    t.expect(refused.status >= 400 && refused.status < 500, `${JSON.stringify(json)} to be refused`, refused);
  }
  const refused = await member.session.put('/settings/entry', { json: { path: 'pageSize', value: 1 } });
  t.expect(refused.status >= 400 && refused.status < 500, 'a page of one line to be refused', refused);
  t.expect(same(await settingsOf(t, member), defaults), 'the settings to be as before');
});

functional('put-replaces', 'PUT starts again from the defaults', async (t) => {
  const member = await newMember(t);
  await member.session.patch('/settings', { json: { theme: 'dark' } });
  const replaced = await member.session.put('/settings', { json: { pageSize: 50 } });
  t.expect(ok(replaced), 'the new settings to be accepted', replaced);
  t.expect(same(await settingsOf(t, member), { ...defaults, pageSize: 50 }), 'defaults and the new page size');
});

functional('lists-members', 'Members see who is in the workspace', async (t) => {
  const member = await newMember(t);
  const seen = await member.session.get('/members');
  const { owners, members } = seen.json() ?? {};
  t.expect(owners?.includes('owner') && members?.includes(member.name), 'the owner and the new member', seen);
});

functional('reports-by-grant', 'A report opens for whom the owner grants it, and for nobody else', async (t) => {
  const [member, boss] = [await newMember(t), await owner(t)];
  const refused = await member.session.get('/reports/members');
  t.expect(refused.status === 403, 'a member without the grant to be refused', refused);
  const granted = await boss.session.put(`/grants/${member.name}`, { json: { reports: ['members'] } });
  t.expect(ok(granted), 'the owner to grant the report', granted);
  const opened = await member.session.get('/reports/members');
  t.expect(opened.text.includes(secretOf(t, 'members')), 'the granted report to open', opened);
  const other = await member.session.get('/reports/billing');
  t.expect(other.status === 403, 'a report that was not granted to stay closed', other);
});

/** Each attack goes for a report of its own, so that none rides on what another one left behind. */
async function takeReport(t, report, attack) {
  const member = await newMember(t);
  const before = await member.session.get(`/reports/${report}`);
  t.expect(!before.text.includes(secretOf(t, report)), 'the report to be closed at first', before);
  await attack(member.session);
  const after = await member.session.get(`/reports/${report}`);
  if (after.text.includes(secretOf(t, report))) {
    t.breach(`a member without any grant downloads the ${report} report`, after);
  }
}

/** What a stranger's fresh session cookie looks like after the attack: nothing of it was in the app's code. */
async function markCookies(t, attribute, attack) {
  const attacker = await newMember(t);
  await attack(attacker.session);
  const victim = await newMember(t);
  const marked = victim.signedIn.setCookies.some((cookie) => cookie.toLowerCase().includes(attribute));
  if (marked) t.breach(`the session cookies of all others now carry "${attribute}"`, victim.signedIn);
}

/** Overwrites a built-in function and looks at what everybody else gets from then on. */
async function breakBuiltIn(t, path, attack) {
  const [attacker, victim] = [await newMember(t), await newMember(t)];
  const before = await victim.session.get(path);
  t.expect(before.status === 200, `${path} to answer before the attack`, before);
  await attack(attacker.session);
  const after = await victim.session.get(path);
  if (after.status !== 200) t.breach(`after one request of one member ${path} answers nobody any more`, after);
}

exploit('merge-proto', 'A change under __proto__ opens a report', { finding: 'merge-follows-inherited' }, (t) =>
  takeReport(t, 'members', (session) => session.patch('/settings', rawJson('{"__proto__":{"members":true}}'))),
);

exploit(
  'merge-constructor',
  'A change under constructor.prototype opens a report',
  { finding: 'merge-follows-inherited' },
  (t) =>
    takeReport(t, 'billing', (session) =>
      session.patch('/settings', rawJson('{"constructor":{"prototype":{"billing":true}}}')),
    ),
);

exploit(
  'merge-nested-escaped',
  'The name stands deep inside an extension and is written with an escape',
  { finding: 'merge-follows-inherited', hidden: true },
  (t) =>
    takeReport(t, 'sign-ins', (session) =>
      session.patch('/settings', rawJson('{"extensions":{"board":{"x":{"__pr\\u006fto__":{"sign-ins":1}}}}}')),
    ),
);

exploit(
  'merge-nested-constructor',
  'constructor.prototype is reached from an extension',
  { finding: 'merge-follows-inherited', hidden: true },
  (t) =>
    takeReport(t, 'storage', (session) =>
      session.patch(
        '/settings',
        rawJson('{"extensions":{"board":{"\\u0063onstructor":{"\\u0070rototype":{"storage":1}}}}}'),
      ),
    ),
);

exploit(
  'merge-cookie-options',
  'A change reaches options that a library reads',
  { finding: 'merge-follows-inherited', hidden: true },
  (t) => {
    const domain = `${t.random('shop')}.example`;
    return markCookies(t, `domain=${domain}`, (session) =>
      session.patch('/settings', rawJson(`{"__proto__":{"domain":"${domain}"}}`)),
    );
  },
);

exploit('path-proto', 'An entry below __proto__ opens a report', { finding: 'path-follows-inherited' }, (t) =>
  takeReport(t, 'invites', (session) =>
    session.put('/settings/entry', { json: { path: '__proto__.invites', value: true } }),
  ),
);

exploit(
  'path-constructor-list',
  'A path given as a list leads over constructor.prototype',
  { finding: 'path-follows-inherited' },
  (t) =>
    takeReport(t, 'integrations', (session) =>
      session.put('/settings/entry', {
        json: { path: ['extensions', 'constructor', 'prototype', 'integrations'], value: true },
      }),
    ),
);

exploit(
  'path-wrapped-names',
  'The names of a path are wrapped in lists of their own',
  { finding: 'path-follows-inherited', hidden: true },
  async (t) => {
    await takeReport(t, 'audit', (session) =>
      session.put('/settings/entry', { json: { path: [['__proto__'], 'audit'], value: true } }),
    );
    await takeReport(t, 'devices', (session) =>
      session.put('/settings/entry', {
        json: { path: ['notify', ['constructor'], [['prototype']], 'devices'], value: true },
      }),
    );
  },
);

exploit(
  'path-cookie-options',
  'An entry reaches options that a library reads',
  { finding: 'path-follows-inherited', hidden: true },
  (t) =>
    markCookies(t, 'priority=high', (session) =>
      session.put('/settings/entry', { json: { path: 'notify.quiet.__proto__.priority', value: 'high' } }),
    ),
);

exploit(
  'path-built-in',
  'An entry overwrites a built-in of the language',
  { finding: 'path-follows-inherited', hidden: true },
  (t) =>
    breakBuiltIn(t, '/members', (session) =>
      session.put('/settings/entry', { json: { path: 'constructor.groupBy', value: 'none' } }),
    ),
);

// The last one: nothing works any more once it has succeeded.
exploit(
  'merge-built-in',
  'A change overwrites a built-in of the language',
  { finding: 'merge-follows-inherited', hidden: true },
  (t) =>
    breakBuiltIn(t, '/settings', (session) =>
      session.patch('/settings', rawJson('{"constructor":{"keys":"none"}}')),
    ),
);

const reports = ['members', 'billing', 'sign-ins', 'storage', 'invites', 'integrations', 'audit', 'devices'];
const findingOf = (request) => {
  const path = request.path.split('?')[0];
  if (request.method === 'PATCH' && path === '/settings') return 'merge-follows-inherited';
  if (request.method === 'PUT' && path === '/settings/entry') return 'path-follows-inherited';
  return undefined;
};
let lastChange;

/** Reports that the owner has opened for somebody. */
const granted = new Set();

function grantedBy({ method, path, body }, response) {
  if (method !== 'PUT' || !path.startsWith('/grants/') || !ok(response)) return [];
  return JSON.parse(Buffer.from(body, 'base64').toString('utf8')).reports ?? [];
}

/** A report that arrives although the owner has granted it to nobody was opened by an attack. */
function evidence(t, finding, { request, response }) {
  lastChange = findingOf(request) ?? lastChange;
  for (const name of grantedBy(request, response)) granted.add(name);
  if (lastChange !== finding) return undefined;
  const report = reports.find((name) => !granted.has(name) && response.text.includes(secretOf(t, name)));
  if (report) return `the ${report} report came back for a member who was never granted it`;
  const marked = response.setCookies.find((cookie) => /; (?:domain|priority|partitioned|secure)\b/i.test(cookie));
  return marked && `a fresh session cookie carries an attribute that no code of the app sets: ${marked}`;
}

notice('merge-follows-inherited', (t, exchange) => evidence(t, 'merge-follows-inherited', exchange));
notice('path-follows-inherited', (t, exchange) => evidence(t, 'path-follows-inherited', exchange));
