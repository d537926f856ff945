// The calls of the file rooms, as the checks use them.
import { tar } from './tar.js';

/** Opens a room of a fresh name, or of the given one. */
export async function openRoom(t, name = t.random('stand')) {
  const opened = await t.app.post('/rooms', { json: { room: name } });
  t.expect(opened.status === 201 && opened.json()?.key, 'a new room to be opened with 201 and a key', opened);
  return new Room(t, name, opened.json().key);
}

class Room {
  constructor(t, name, key) {
    Object.assign(this, { t, name, key });
  }

  #ask(method, path, options = {}) {
    const headers = { Authorization: `Bearer ${this.key}` };
    return this.t.app.request({ method, path: `/rooms/${this.name}${path}`, headers, ...options });
  }

  send(...entries) {
    return this.#ask('PUT', '/bundle', { body: tar(entries) });
  }

  /** As the gateway for mails sends it. */
  sendAsText(...entries) {
    const headers = { Authorization: `Bearer ${this.key}`, 'Content-Transfer-Encoding': 'base64' };
    return this.#ask('PUT', '/bundle', { body: tar(entries).toString('base64'), headers });
  }

  list() {
    return this.#ask('GET', '/files');
  }

  /** `path` is what stands behind `/files/`, already encoded. */
  get(path) {
    return this.#ask('GET', `/files/${path}`);
  }

  /** Downloads by the name, encoded once and segment by segment. */
  download(name) {
    return this.get(name.split('/').map(encodeURIComponent).join('/'));
  }

  preview(name) {
    return this.#ask('GET', '/preview', { query: { name } });
  }
}

/** A room with one file, whose content nobody else may change. */
export async function openVictim(t) {
  const room = await openRoom(t);
  const content = `offer ${t.random('sum')}`;
  const sent = await room.send({ kind: 'file', name: 'offer.txt', content });
  t.expect(sent.status === 200, 'a bundle to be answered with 200', sent);
  return { name: room.name, path: `rooms/${room.name}/offer.txt`, content };
}

/** Ends the check when the file of the victim is no longer what it was. */
export function breachIfChanged(t, victim, seen) {
  const now = t.files.read(victim.path);
  if (now !== victim.content)
    t.breach(`a bundle changed offer.txt in the room of another exhibitor to ${JSON.stringify(now)}`, seen);
}

const secrets = {
  'badge-key': 'the key of the badge printer, which lies outside the archive',
  offer: 'the offer of another exhibitor',
  prices: "the price list that only the fair's office may see",
};

/** What a response gives away, in words. */
export const leakIn = (t, seen) =>
  Object.entries(secrets).find(([canary]) => seen.text.includes(t.canary(canary)))?.[1];

export function breachIfLeaked(t, seen) {
  const secret = leakIn(t, seen);
  if (secret) t.breach(`the response holds ${secret}`, seen);
}
