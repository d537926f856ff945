import { createHash, createHmac, pbkdf2Sync, scryptSync } from 'node:crypto';

const digests = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'sha3-512', 'blake2b512'];
/** For salts and keys that stand in the code, of which there are many. */
const usual = ['md5', 'sha1', 'sha256', 'sha512'];
const digest = (name, ...parts) => {
  const hash = createHash(name);
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const hmac = (name, key, text) => createHmac(name, key).update(text).digest();

/** Whether the record keeps the password under a recognized slow hash: undefined when no format is recognized. */
export function knownCost(record) {
  for (const value of record.map(String)) {
    const scrypt = /^scrypt:(\d+):(\d+):(\d+)\$/.exec(value);
    if (scrypt) return { slow: Number(scrypt[1]) * Number(scrypt[2]) >= 16384 * 8, value };
    const pbkdf2 = /pbkdf2\W?_?\w*?[:$](?:\w+[:$])??(\d+)[:$]/i.exec(value);
    if (pbkdf2) return { slow: Number(pbkdf2[1]) >= 100_000, value };
    const bcrypt = /^\$2[abxy]\$(\d\d)\$/.exec(value);
    if (bcrypt) return { slow: Number(bcrypt[1]) >= 10, value };
    const argon2 = /^\$argon2\w+\$v=\d+\$m=(\d+),t=(\d+)/.exec(value);
    if (argon2) return { slow: Number(argon2[1]) * Number(argon2[2]) >= 16_384, value };
  }
  return undefined;
}

/** What the stored values may hold: whole, in fields, and as salt and digest stuck together. */
function piecesOf(record) {
  const texts = record.map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : value));
  const fields = texts.flatMap((text) => [text, ...text.split(/[$:;|,. ]/)]).filter((text) => text.length > 3);
  const blobs = record.filter((value) => Buffer.isBuffer(value));
  const long = fields.flatMap((text) => {
    if (/^(?:[0-9a-f]{2}){24,}$/i.test(text)) return [Buffer.from(text, 'hex')];
    return /^[\w+/-]{22,}={0,2}$/.test(text) ? [Buffer.from(text, 'base64')] : [];
  });
  const joined = [...blobs, ...long].flatMap((bytes) =>
    [8, 16, 32].filter((length) => bytes.length >= length + 16 && bytes.length !== 2 * length).flatMap((length) => [
      bytes.subarray(0, length),
      bytes.subarray(length),
      bytes.subarray(-length),
    ]),
  );
  return { fields, bytes: [...blobs, ...long, ...joined] };
}

const asBytes = (text) =>
  /^(?:[0-9a-f]{2})+$/i.test(text) ? [Buffer.from(text), Buffer.from(text, 'hex')] : [Buffer.from(text)];

/** Tells whether a digest stands among the stored values; `bytes` has them decoded from hexadecimal and base64. */
function matcher({ fields, bytes }) {
  const stored = new Set([...fields.map((text) => text.toLowerCase()), ...bytes.map((blob) => blob.toString('hex'))]);
  return (value) => stored.has(value.toString('hex'));
}

/** One run of a fast digest over the password alone. */
export function plainDigest(record, password) {
  const matches = matcher(piecesOf(record));
  if (record.includes(password)) return 'no digest at all';
  return digests.find((name) => {
    const once = digest(name, password);
    return matches(once) || matches(digest(name, once)) || matches(digest(name, once.toString('hex')));
  });
}

/** A fast digest over the password and something else that the thief also has; returns what reproduces it. */
export function mixedDigest(record, password, { secrets, peppers }) {
  const pieces = piecesOf(record);
  const matches = matcher(pieces);
  const stored = [...pieces.fields.flatMap(asBytes), ...pieces.bytes];
  const salts = [
    ...stored.map((salt) => ({ salt, names: digests })),
    ...secrets.flatMap((secret) => asBytes(secret)).map((salt) => ({ salt, names: usual })),
  ];
  for (const { salt, names } of salts) {
    for (const name of names) {
      const made = [
        digest(name, salt, password),
        digest(name, password, salt),
        digest(name, salt, password, salt),
        digest(name, salt, ':', password),
        digest(name, password, ':', salt),
        digest(name, salt, digest(name, password).toString('hex')),
        digest(name, digest(name, password).toString('hex'), salt),
        digest(name, salt, digest(name, password)),
        hmac(name, salt, password),
        hmac(name, password, salt),
      ];
      if (made.some(matches) || peppered(name, { salt, peppers, password }).some(matches)) return name;
    }
  }
  return undefined;
}

const peppered = (name, { salt, peppers, password }) =>
  peppers.flatMap((pepper) => [
    digest(name, salt, password, pepper),
    digest(name, pepper, password, salt),
    digest(name, pepper, salt, password),
    digest(name, password, salt, pepper),
    hmac(name, pepper, Buffer.concat([Buffer.from(salt), Buffer.from(password)])),
    hmac(name, pepper, Buffer.concat([Buffer.from(password), Buffer.from(salt)])),
    digest(name, salt, hmac(name, pepper, password)),
    digest(name, salt, hmac(name, pepper, password).toString('hex')),
  ]);

/** A few rounds, where the salt is in the record; `numbers` are those that stand in the code. */
export function fewRounds(record, password, numbers) {
  const pieces = piecesOf(record);
  const matches = matcher(pieces);
  const salts = [...pieces.fields.filter((text) => /^[\w+/=-]{8,64}$/.test(text)).flatMap(asBytes), ...pieces.bytes].filter(
    ({ length }) => length <= 64,
  );
  const rounds = [...new Set([1, 10, 100, 1000, ...numbers])].filter((count) => count > 0 && count < 50_000);
  for (const salt of salts) {
    if (repeated(salt, password, matches)) return 'a loop of fast digests';
    for (const name of ['sha1', 'sha256', 'sha512']) {
      const length = digest(name, '').length;
      if (rounds.some((count) => matches(pbkdf2Sync(password, salt, count, length, name)))) {
        return 'PBKDF2 with few rounds';
      }
    }
    for (const cost of [2, 16, 1024]) {
      for (const length of [32, 64]) {
        if (matches(scryptSync(password, salt, length, { cost, blockSize: 8 }))) return 'scrypt at a low cost';
      }
    }
  }
  return undefined;
}

function repeated(salt, password, matches) {
  for (const first of [digest('sha256', salt, password), digest('sha256', password, salt)]) {
    const steps = [
      (value) => digest('sha256', value),
      (value) => digest('sha256', value, salt),
      (value) => digest('sha256', salt, value),
      (value) => digest('sha256', value, password),
      (value) => Buffer.from(digest('sha256', value.toString('hex'))),
    ];
    for (const step of steps) {
      let value = first;
      for (let round = 0; round < 1000; round += 1) {
        value = step(value);
        if (matches(value)) return true;
      }
    }
  }
  return false;
}
