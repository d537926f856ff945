// Writes tar archives by hand, since ordinary programs leave out what an attacker puts in.

const blockSize = 512;
const kinds = { file: '0', link: '2', folder: '5' };

function put(header, text, at, length) {
  header.write(text.slice(0, length), at, 'utf8');
}

const octal = (value, length) => `${value.toString(8).padStart(length - 1, '0')}\0`;

function headerOf({ name, kind, size, target }) {
  const header = Buffer.alloc(blockSize);
  put(header, name, 0, 100);
  put(header, octal(kind === 'folder' ? 0o755 : 0o644, 8), 100, 8);
  put(header, octal(1000, 8), 108, 8);
  put(header, octal(1000, 8), 116, 8);
  put(header, octal(size, 12), 124, 12);
  put(header, octal(1767225600, 12), 136, 12);
  put(header, ' '.repeat(8), 148, 8);
  put(header, kinds[kind], 156, 1);
  put(header, target, 157, 100);
  put(header, 'ustar\0' + '00', 257, 8);
  let sum = 0;
  for (const byte of header) sum += byte;
  put(header, `${sum.toString(8).padStart(6, '0')}\0 `, 148, 8);
  return header;
}

function entryOf({ name, kind, content = '', target = '' }) {
  const bytes = Buffer.from(content);
  const padding = Buffer.alloc((blockSize - (bytes.length % blockSize)) % blockSize);
  return [headerOf({ name, kind, size: bytes.length, target }), bytes, padding];
}

export const file = (name, content) => ({ kind: 'file', name, content });
export const link = (name, target) => ({ kind: 'link', name, target });
export const folder = (name) => ({ kind: 'folder', name });

/** The bytes of a tar archive with the entries, in their order. */
export const tar = (entries) => Buffer.concat([...entries.flatMap(entryOf), Buffer.alloc(2 * blockSize)]);
