import { createHash, createHmac } from 'node:crypto';
import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';

const wrappings = [
  { open: (bytes) => bytes, close: (bytes) => bytes },
  { open: inflateSync, close: deflateSync },
  { open: gunzipSync, close: gzipSync },
  { open: (bytes) => Buffer.from(bytes.toString('latin1'), 'base64'), close: (bytes) => Buffer.from(bytes.toString('base64')) },
  { open: (bytes) => Buffer.from(bytes.toString('latin1'), 'hex'), close: (bytes) => Buffer.from(bytes.toString('hex')) },
];

const attempt = (make) => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

const hashes = ['md5', 'sha1', 'sha256', 'sha512'];

/** Ways to compute a digest, without a key and with every key that stands in the code. */
export const digestsWith = (keys) =>
  hashes.flatMap((name) => [
    (bytes) => createHash(name).update(bytes).digest(),
    ...keys.map((key) => (bytes) => createHmac(name, key).update(bytes).digest()),
  ]);

/** Where a pickle of form 2 to 5 begins, at most a short head into some bytes. */
function beginning(bytes) {
  for (let at = 0; at <= Math.min(128, bytes.length - 2); at += 1) {
    if (bytes[at] === 0x80 && bytes[at + 1] >= 2 && bytes[at + 1] <= 5) return at;
  }
  return undefined;
}

/** What stands in front of some bytes, changed to fit others where it is a digest of them. */
export function headFor(head, [before, after], digests) {
  const text = head.toString('latin1');
  for (const digest of digests) {
    const [old, fresh] = [digest(before), digest(after)];
    if (head.includes(old)) return Buffer.from(text.replace(old.toString('latin1'), fresh.toString('latin1')), 'latin1');
    const spelled = old.toString('hex');
    if (text.includes(spelled)) return Buffer.from(text.replace(spelled, fresh.toString('hex')), 'latin1');
  }
  return head;
}

/** The content of a file with the pickle in it exchanged, however it is wrapped: packed, spelled out, behind a head. */
export function exchanged(content, payload, digests) {
  const found = [];
  for (const outer of wrappings) {
    for (const inner of wrappings) {
      const bytes = attempt(() => inner.open(outer.open(content)));
      const at = bytes && beginning(bytes);
      if (at === undefined) continue;
      const head = headFor(bytes.subarray(0, at), [bytes.subarray(at), payload], digests);
      found.push(outer.close(inner.close(Buffer.concat([head, payload]))));
    }
  }
  const text = content.toString('latin1');
  const spelled = /gA[IMQU][\w+/-]{10,}={0,2}/.exec(text)?.[0];
  if (spelled) found.push(Buffer.from(text.replace(spelled, payload.toString('base64')), 'latin1'));
  return [...new Map(found.map((bytes) => [bytes.toString('latin1'), bytes])).values()];
}
