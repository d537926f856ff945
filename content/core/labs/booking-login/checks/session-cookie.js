import { createHash, createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';

const salt = 'cookie-session';

const encode = (bytes) => Buffer.from(bytes).toString('base64url');

function signature(secret, text) {
  const key = createHmac('sha1', secret).update(salt).digest();
  return encode(createHmac('sha1', key).update(text).digest());
}

/** The content of a signed cookie of the framework, or undefined when the value is something else. */
export function read(value) {
  const match = /^(\.?)([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(value);
  if (!match) return undefined;
  const [, packed, body] = match;
  try {
    const bytes = Buffer.from(body, 'base64url');
    const content = JSON.parse((packed ? inflateSync(bytes) : bytes).toString('utf8'));
    return typeof content === 'object' && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}

export function isSignedWith(secret, value) {
  const at = value.lastIndexOf('.');
  return signature(secret, value.slice(0, at)) === value.slice(at + 1);
}

/** A cookie with content of the attacker's choice. */
export function forge(secret, content) {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(Math.floor(Date.now() / 1000));
  const text = `${encode(JSON.stringify(content))}.${encode(time)}`;
  return `${text}.${signature(secret, text)}`;
}

/** Whatever stands between two quotes of one line, also where quotes pair up in another way. */
export const literalsIn = (text) =>
  [...text.matchAll(/(?=(["'`])((?:(?!\1)[^\n]){3,200})\1)/g)].map(([, , literal]) => literal);

/** Every value in the code and the files beside it that could be a key, and simple derivations of each. */
export function keysIn(sources) {
  const words = new Set();
  for (const text of sources) {
    for (const literal of literalsIn(text)) words.add(literal);
    for (const [, value] of text.matchAll(/[=:]\s*([^\s"'#]{4,200})/g)) words.add(value);
    for (const [, line] of text.matchAll(/^\s*(\S{4,200})\s*$/gm)) words.add(line);
  }
  const derived = [...words].flatMap((word) =>
    ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) => {
      const digest = createHash(name).update(word).digest();
      return [digest, digest.toString('hex')];
    }),
  );
  return [...words, ...derived];
}

/** The names and values that a browser would hold after some answers, with the attributes of each. */
export function cookiesOf(answers) {
  return answers
    .flatMap(({ setCookies }) => setCookies)
    .map((line) => {
      const [pair = '', ...attributes] = line.split(';');
      const at = pair.indexOf('=');
      const flags = new Set(attributes.map((attribute) => attribute.trim().toLowerCase()));
      return { name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim(), flags, line };
    })
    .filter(({ name, value }) => name !== '' && value !== '');
}
