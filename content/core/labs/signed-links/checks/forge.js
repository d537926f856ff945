// Signs links with keys that were worked out.
import { createHmac } from 'node:crypto';

function withLengths(fields, size) {
  return Buffer.concat(
    fields.flatMap((field) => {
      const [bytes, length] = [Buffer.from(field), Buffer.alloc(size)];
      length.writeUIntBE(bytes.length, size - Math.min(size, 6), Math.min(size, 6));
      return [length, bytes];
    }),
  );
}

const joined =
  (separator) =>
  ([docket, to, exp]) =>
    [docket, to, exp].join(separator);
const goQuoted = (text) => JSON.stringify(text);

/** Ways to write the three fields of a link as one text. */
const formats = [
  ...['', '\n', '\0', '|', ':', ';', ',', '.', '/', '&', ' ', '\t', '-', '_', '\x1f'].map(joined),
  ([docket, to, exp]) => `${to}${docket}${exp}`,
  ([docket, to, exp]) => `${goQuoted(docket)}${goQuoted(to)}${exp}`,
  ([docket, to, exp]) => `${goQuoted(docket)} ${goQuoted(to)} ${exp}`,
  ([docket, to, exp]) => `${docket}\n${goQuoted(to)}\n${exp}`,
  ([docket, to, exp]) => JSON.stringify([docket, to, exp]),
  ([docket, to, exp]) => `["${docket}",${JSON.stringify(to)},${exp}]`,
  ([docket, to, exp]) => `{"Docket":"${docket}","Recipient":${JSON.stringify(to)},"Expires":${exp}}`,
  ([docket, to, exp]) =>
    new URLSearchParams([
      ['docket', docket],
      ['exp', exp],
      ['to', to],
    ]).toString(),
  ([docket, to, exp]) => `${docket.length}:${docket}${Buffer.byteLength(to)}:${to}${exp}`,
  ([docket, to, exp]) => `${docket.length}:${docket}${Buffer.byteLength(to)}:${to}${exp.length}:${exp}`,
  ([docket, to, exp]) => `${docket.length}|${docket}|${Buffer.byteLength(to)}|${to}|${exp}`,
  (fields) => withLengths(fields, 4),
  (fields) => withLengths(fields, 8),
];

const encodings = ['hex', 'base64url'];
const sign = (key, message) => createHmac('sha256', key).update(message).digest();

/** Finds the key that signed a link; returns a function that signs others, or undefined. */
export function forgerFor({ docket, to, exp, sig }, keys) {
  if (sig.length < 8) return undefined;
  const messages = formats.map((format) => format([docket, to, exp]));
  for (const key of keys) {
    for (const [at, message] of messages.entries()) {
      const raw = sign(key, message);
      const encoding = encodings.find((one) => raw.toString(one).startsWith(sig));
      if (encoding) return (fields) => sign(key, formats[at](fields)).toString(encoding).slice(0, sig.length);
    }
  }
  return undefined;
}
