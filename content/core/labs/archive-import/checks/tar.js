import { gunzipSync, gzipSync } from 'node:zlib';

const block = 512;

/** One member of a tar archive; `type` is 0 for a file, 1 for a hard link, 2 for a symbolic link, 5 for a folder. */
export function member({ name, content = '', type = '0', link = '' }) {
  const bytes = Buffer.from(content);
  const header = Buffer.alloc(block);
  header.write(name, 0, 100);
  header.write('0000755\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write(type, 156);
  header.write(link, 157, 100);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((block - (bytes.length % block)) % block)]);
}

export const pack = (members) => gzipSync(Buffer.concat([...members, Buffer.alloc(2 * block)]));

/** What stands in front of a compressed archive, and the archive; a mark or a signature is a few bytes long. */
export function split(data) {
  const bytes = Buffer.from(data);
  const at = Math.max(bytes.subarray(0, 600).indexOf(Buffer.from([0x1f, 0x8b, 0x08])), 0);
  return { head: bytes.subarray(0, at), body: bytes.subarray(at) };
}

/** The members of a compressed tar archive as name, type, content and raw bytes; undefined when it is something else. */
export function unpack(data) {
  let bytes;
  try {
    bytes = gunzipSync(split(data).body);
  } catch {
    return undefined;
  }
  const members = [];
  for (let at = 0; at + block <= bytes.length && bytes[at] !== 0; ) {
    const text = (from, length) => bytes.toString('latin1', at + from, at + from + length).split('\0')[0];
    const size = Number.parseInt(text(124, 12), 8);
    if (text(257, 5) !== 'ustar' || Number.isNaN(size)) return undefined;
    const end = at + block + Math.ceil(size / block) * block;
    members.push({
      name: text(0, 100),
      type: text(156, 1) || '0',
      content: bytes.subarray(at + block, at + block + size),
      raw: bytes.subarray(at, end),
    });
    at = end;
  }
  return members.length > 0 ? members : undefined;
}
