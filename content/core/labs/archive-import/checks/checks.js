import { exploit, functional, notice } from '#checks';
import { account, addBoard, attacker } from './boards.js';
import { callOfCall, newCall, oldCall } from './pickles.js';
import { member, pack, split, unpack } from './tar.js';
import { digestsWith, exchanged, headFor } from './wrappings.js';

functional('round-trip', 'A board comes back from its export as it was, in any account', async (t) => {
  const [owner, other] = [await account(t), await account(t)];
  const title = `Umzug „Büro“ ../${t.random()}`;
  const { id } = await addBoard(t, owner, title);
  for (const card of [
    { title: "O'Brien's <desk> & chair", column: 'doing', due: '2031-05-02' },
    { title: `../../${t.random('card')}`, column: 'todo' },
    { title: 'third', column: 'done', due: '2030-12-31' },
  ]) {
    await owner.post(`/boards/${id}/cards`, card);
  }
  const file = Buffer.from([0, 255, 10, 13, 128, ...Buffer.from(t.random())]);
  await owner.attach(id, 'photo.jpg', file);
  await owner.attach(id, 'plan..v2 (1).txt', 'plan');
  const before = await owner.get(`/boards/${id}`);
  const exported = await owner.export(id);
  t.expect(exported.status === 200, 'the board to be exported', exported);
  for (const person of [owner, other]) {
    const imported = await person.import(exported.bytes);
    t.expect(imported.status === 201 && imported.json()?.id !== id, 'a new board to be made', imported);
    const after = await person.get(`/boards/${imported.json()?.id}`);
    t.expect(after.text === before.text && after.json()?.cards.length === 3, 'the same title, cards and attachments', after);
    const photo = await person.get(`/boards/${imported.json()?.id}/attachments/photo.jpg`);
    t.expect(Buffer.from(photo.bytes).equals(file), 'the same bytes in the attachment', photo);
  }
});

functional('preview', 'The preview tells what is in an export and makes nothing', async (t) => {
  const owner = await account(t);
  const { id, title } = await addBoard(t, owner);
  await owner.post(`/boards/${id}/cards`, { title: 'one' });
  await owner.post(`/boards/${id}/cards`, { title: 'two' });
  await owner.attach(id, 'b.txt', 'b');
  await owner.attach(id, 'a.txt', 'a');
  const exported = await owner.export(id);
  const shown = await owner.preview(exported.bytes);
  const { cards, attachments, title: told } = shown.json() ?? {};
  t.expect(told === title && cards === 2 && attachments?.join() === 'a.txt,b.txt', 'title, number of cards and names', shown);
});

functional('empty-and-full', 'A board without cards, and one with many', async (t) => {
  const owner = await account(t);
  const empty = await addBoard(t, owner);
  const full = await addBoard(t, owner);
  for (let n = 0; n < 12; n += 1) await owner.post(`/boards/${full.id}/cards`, { title: `card ${n}`, due: '2031-01-01' });
  await owner.attach(full.id, 'large.bin', Buffer.alloc(150 * 1024, 7));
  for (const { id } of [empty, full]) {
    const exported = await owner.export(id);
    const imported = await owner.import(exported.bytes);
    t.expect(imported.status === 201, 'the board to be imported', imported);
    const [before, after] = [await owner.get(`/boards/${id}`), await owner.get(`/boards/${imported.json()?.id}`)];
    t.expect(before.text === after.text, 'the same board', after);
  }
});

functional('no-export', 'Other files and cut-off exports are refused', async (t) => {
  const { owner, exported } = await attacker(t);
  const half = exported.bytes.subarray(0, Math.floor(exported.bytes.length / 2));
  for (const data of ['', t.random('text'), half, pack([member({ name: 'readme.txt', content: 'hello' })])]) {
    for (const answer of [await owner.import(data), await owner.preview(data)]) {
      t.expect(answer.status === 400, 'the file to be refused with 400', answer);
    }
  }
});

functional('own-boards-only', 'Boards and exports of another account are not there', async (t) => {
  const [{ board }, other] = [await attacker(t), await account(t)];
  for (const path of [`/boards/${board.id}`, `/boards/${board.id}/export`, `/boards/${board.id}/attachments/plan.txt`]) {
    const seen = await other.get(path);
    t.expect(seen.status === 404, "somebody else's board to be answered with 404", seen);
  }
});

/** The export with other members, under the mark that it begins with, or a signature made anew with a key from the code. */
function rebuilt(t, exported, members) {
  const { head, body } = split(exported.bytes);
  const packed = pack(members);
  if (head.length === 0) return packed;
  return Buffer.concat([headFor(head, [body, packed], digestsWith(literalsOf(t))), packed]);
}

/* The state of the board. */

/** Archives in which a payload stands where a state could stand, in the app's own format and in the known ones. */
function archivesWith(t, payload, exported) {
  const names = new Set(['board.state', 'board.pickle', 'state.pkl']);
  const own = unpack(exported.bytes) ?? [];
  const files = own.filter(({ type, name }) => type === '0' && !name.includes('attachments'));
  const rest = own.filter((one) => !files.includes(one)).map(({ raw }) => raw);
  const plain = [...names].map((name) => member({ name, content: payload }));
  const archives = [pack([plain[0], member({ name: 'attachments', type: '5' })]), rebuilt(t, exported, [...plain, ...own.map(({ raw }) => raw)])];
  if (files.some(({ name }) => name !== 'board.state')) {
    archives.push(rebuilt(t, exported, [...files.map(({ name }) => member({ name, content: payload })), ...rest]));
  }
  return archives;
}

/** Uploads each payload; it has worked when the folder that it makes is there. */
async function tryPayloads(t, way, payloadsFor) {
  const { owner, exported } = await attacker(t);
  const name = t.random('folder');
  for (const payload of payloadsFor(`/srv/data/${name}`)) {
    for (const data of archivesWith(t, payload, exported)) {
      const answer = await owner[way](data);
      if (t.files.exists(name)) t.breach('whoever uploads a file runs code on the server', answer);
    }
  }
}

exploit(
  'state-runs-code',
  'A state that makes a call when it is read',
  { finding: 'state-loading' },
  (t) => tryPayloads(t, 'import', (path) => [oldCall('os', 'makedirs', [path]), oldCall('posix', 'system', [`mkdir ${path}`])]),
);

exploit(
  'state-runs-code-in-preview',
  'The same in the preview',
  { finding: 'state-loading', hidden: true },
  (t) => tryPayloads(t, 'preview', (path) => [oldCall('os', 'makedirs', [path]), newCall('builtins', 'exec', makeFolder(path))]),
);

const makeFolder = (path) => `import os; os.makedirs(${JSON.stringify(path)}, exist_ok=True)`;

exploit(
  'state-runs-code-disguised',
  'Other functions, and names that lead through the modules of the app',
  { finding: 'state-loading', hidden: true },
  async (t) => {
    const imported = importsOf(t);
    await tryPayloads(t, 'import', (path) => [
      newCall('subprocess', 'getoutput', `mkdir ${path}`),
      ...imported.map((name) => newCall(name.module, `${name.imported}.os.makedirs`, path)),
      callOfCall('boards.models', 'Card.__init__.__builtins__.get', ['exec', makeFolder(path)]),
      callOfCall('boards.models', 'dataclass.__builtins__.get', ['exec', makeFolder(path)]),
    ]);
  },
);

/** Modules of the app that import one which itself imports `os`. */
const importsOf = (t) =>
  t.files.code
    .list()
    .filter((path) => /^boards\/\w+\.py$/.test(path))
    .flatMap((path) =>
      [...(t.files.code.read(path) ?? '').matchAll(/^import (shutil|tarfile|tempfile|zipfile)$/gm)].map(([, imported]) => ({
        module: path.replace(/\.py$/, '').replaceAll('/', '.'),
        imported,
      })),
    );

exploit(
  'state-with-matching-digest',
  'A changed state, with every digest in the archive made to fit',
  { finding: 'state-loading', hidden: true },
  async (t) => {
    const { owner, exported } = await attacker(t);
    const name = t.random('folder');
    const payload = oldCall('os', 'makedirs', [`/srv/data/${name}`]);
    const digests = digestsWith(literalsOf(t));
    const own = unpack(exported.bytes) ?? [];
    const isText = ({ content }) => !content.includes(0) && /[0-9a-f]{32}/.test(content.toString('latin1'));
    for (const file of own.filter(({ type }) => type === '0')) {
      const swapped = (one) => (one === file ? payload : refitted(one, own, { payload, digests }));
      const members = own.map((one) => member({ ...one, content: one === file || isText(one) ? swapped(one) : one.content }));
      const answer = await owner.import(rebuilt(t, exported, members));
      if (t.files.exists(name)) t.breach('whoever uploads a file runs code on the server', answer);
    }
  },
);

/** A text of the archive in which the digests of other files become those of the payload. */
function refitted({ content }, own, { payload, digests }) {
  let text = content.toString('latin1');
  for (const digest of digests) {
    for (const other of own) {
      text = text.replaceAll(digest(other.content).toString('hex'), digest(payload).toString('hex'));
    }
  }
  return Buffer.from(text, 'latin1');
}

exploit(
  'state-in-wrapping',
  'A state that is packed, spelled out, marked or signed with a key from the code; and texts that are more than data',
  { finding: 'state-loading', hidden: true },
  async (t) => {
    const { owner, exported } = await attacker(t);
    const own = unpack(exported.bytes) ?? [];
    const files = own.filter(({ type, name }) => type === '0' && !name.includes('attachments'));
    const digests = digestsWith(literalsOf(t));
    for (const way of ['import', 'preview']) {
      const name = t.random('folder');
      const path = `/srv/data/${name}`;
      const payload = oldCall('os', 'makedirs', [path]);
      const texts = [`!!python/object/apply:os.makedirs ["${path}"]`, `__import__("os").makedirs("${path}")`];
      for (const file of files) {
        for (const content of [...exchanged(file.content, payload, digests), ...texts]) {
          const members = own.map((one) => member(one === file ? { ...one, content } : one));
          const answer = await owner[way](rebuilt(t, exported, members));
          if (t.files.exists(name)) t.breach('whoever uploads a file runs code on the server', answer);
        }
      }
    }
  },
);

/** What stands between quotes in the code, as far as it could be a key. */
const literalsOf = (t) => [
  ...new Set(
    t.files.code
      .list()
      .filter((path) => path.endsWith('.py'))
      .flatMap((path) => [...(t.files.code.read(path) ?? '').matchAll(/(?=(["'])([^"'\n]{4,64})\1)/g)])
      .map(([, , literal]) => literal),
  ),
];

/* Where the files of an archive land. */

/** Imports the own export with more members. */
async function tryMembers(t, members, look) {
  const { owner, exported } = await attacker(t);
  const own = (unpack(exported.bytes) ?? []).map(({ raw }) => raw);
  const answer = await owner.import(rebuilt(t, exported, [...own, ...members.map((one) => member(one))]));
  await look(answer, owner);
}

exploit(
  'file-outside',
  'A name that climbs out of the folder, or begins at the root',
  { finding: 'archive-paths' },
  async (t) => {
    const name = t.random('planted');
    const names = [`../../${name}`, `attachments/../../../${name}`, `../${name}`, `/srv/data/${name}`, `attachments/../../../../${name}`];
    for (const path of names) {
      await tryMembers(t, [{ name: path, content: 'planted' }], (answer) => {
        const landed = t.files.list().filter((file) => file.endsWith(name) && !/^boards\/\d+\/attachments\//.test(file));
        if (landed.length > 0) t.breach(`a file from the archive lies at ${landed[0]}`, answer);
      });
    }
    await tryMembers(t, [{ name: `/tmp/${name}`, content: 'planted' }], (answer) => {
      if (t.files.tmp.exists(name)) t.breach('a file from the archive lies in /tmp', answer);
    });
  },
);

/** Tells whether the key of the backup can be read as an attachment of what was imported. */
async function secretRead(t, answer, owner) {
  const id = answer.json()?.id;
  if (id === undefined) return;
  const names = (await owner.get(`/boards/${id}`)).json()?.attachments ?? [];
  for (const name of [...names, 'notes.txt', 'all/backup.key', 'all']) {
    const seen = await owner.get(`/boards/${id}/attachments/${name}`);
    if (seen.text.includes(t.canary('backup-key'))) t.breach('a user reads the key of the backup as an attachment', seen);
  }
}

exploit(
  'link-to-secret',
  'A symbolic link among the attachments leads to a secret',
  { finding: 'archive-paths' },
  async (t) => {
    for (const link of ['/srv/data/secrets/backup.key', '../../../secrets/backup.key']) {
      const members = [{ name: 'attachments/notes.txt', type: '2', link }];
      await tryMembers(t, members, (answer, owner) => secretRead(t, answer, owner));
    }
  },
);

exploit(
  'hard-link-to-secret',
  'A hard link, a linked folder, and a link to a link',
  { finding: 'archive-paths', hidden: true },
  async (t) => {
    for (const members of [
      [{ name: 'attachments/notes.txt', type: '1', link: '../../secrets/backup.key' }],
      [{ name: 'attachments/notes.txt', type: '1', link: 'attachments/../../../secrets/backup.key' }],
      [{ name: 'attachments/all', type: '2', link: '/srv/data/secrets' }],
      [
        { name: 'first', type: '2', link: '../..' },
        { name: 'attachments/notes.txt', type: '2', link: '../first/secrets/backup.key' },
      ],
    ]) {
      await tryMembers(t, members, (answer, owner) => secretRead(t, answer, owner));
    }
  },
);

exploit(
  'file-through-link',
  'A link to a folder outside, then a file through it',
  { finding: 'archive-paths', hidden: true },
  async (t) => {
    const name = t.random('planted');
    for (const [folder, link] of [
      ['attachments/out', '/srv/data/secrets'],
      ['out', '../../secrets'],
      ['attachments/out', '../../../secrets'],
    ]) {
      const members = [
        { name: folder, type: '2', link },
        { name: `${folder}/${name}`, content: 'planted' },
      ];
      await tryMembers(t, members, (answer) => {
        if (t.files.exists(`secrets/${name}`)) t.breach('a file from the archive lies beside the key of the backup', answer);
      });
    }
  },
);

/* What shows in the workbench that an attack worked. */

const ours = /^(?:boards\.db(?:-\w+)?$|boards\/|incoming\/|secrets\/backup\.key$|export\w*\.key$)/;

/** The first part of a multipart body, which begins and ends with its boundary; any other body as it is. */
function fileIn(body) {
  const boundary = body.subarray(0, Math.max(body.indexOf('\r\n'), 0));
  const end = boundary.subarray(0, 2).equals(Buffer.from('--')) ? body.indexOf(boundary, boundary.length) : -1;
  return end < 0 ? body : body.subarray(0, end - 2);
}

/** Whether a request uploads an archive with names that climb or with links; undefined when it uploads none. */
function climbs({ body }) {
  const sent = fileIn(Buffer.from(body, 'base64'));
  const zipped = sent.indexOf(Buffer.from([0x1f, 0x8b]));
  const inJson = /"data"\s*:\s*"([^"]+)"/.exec(sent.toString('latin1'))?.[1];
  const members = unpack(inJson ? Buffer.from(inJson, 'base64') : sent.subarray(Math.max(zipped, 0)));
  return members?.some(({ name, type }) => '12'.includes(type) || /^\/|(?:^|\/)\.\.(?:\/|$)/.test(name));
}

const known = new Set();

/** A file that no request before this one had left where none belongs. */
function newStray(t) {
  const strays = [...t.files.list().filter((path) => !ours.test(path)), ...t.files.tmp.list()];
  const fresh = strays.filter((path) => !known.has(path));
  for (const path of fresh) known.add(path);
  return fresh[0];
}

notice(
  'state-loading',
  (t, { request, response }) => {
    if (/uid=\d+\(/.test(response.text)) return 'the output of a command is in the answer';
    if (climbs(request) !== false) return undefined;
    const stray = newStray(t);
    return stray && `reading the state has made ${stray}`;
  },
  {
    attack: async (t) => {
      const { owner, exported } = await attacker(t);
      const payload = newCall('builtins', 'exec', `open('/srv/data/${t.random('made')}', 'w').close()`);
      for (const data of archivesWith(t, payload, exported)) await owner.import(data);
    },
  },
);

notice('archive-paths', (t, { request, response }) => {
  if (response.text.includes(t.canary('backup-key'))) return 'the key of the backup is in the answer';
  if (climbs(request) !== true) return undefined;
  const stray = newStray(t);
  return stray && `a file from the archive lies where no attachment belongs: ${stray}`;
});
