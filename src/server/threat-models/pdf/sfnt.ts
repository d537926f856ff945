import { inflateSync } from 'node:zlib';

const headerLength = { woff: 44, sfnt: 12 };
const entryLength = { woff: 20, sfnt: 16 };
/** Readers of fonts look a little beyond an empty glyph at the end. */
const slack = 16;

type FontBytes = Buffer<ArrayBuffer>;
type Table = { readonly tag: FontBytes; readonly checksum: FontBytes; readonly data: FontBytes };

/**
 * A font in WOFF 1.0 as the plain sfnt (TrueType, OpenType) that is packed in it: the reader of the PDF library stops
 * at the end of each packed table. https://www.w3.org/TR/WOFF/
 */
export function sfntOf(woff: FontBytes): FontBytes {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no font in WOFF 1.0.');
  const tables = tablesOf(woff);
  const head = Buffer.alloc(headerLength.sfnt + entryLength.sfnt * tables.length);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(tables.length, 4);
  const parts = [head];
  let offset = head.length;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = headerLength.sfnt + entryLength.sfnt * index;
    head.set(tag, at);
    head.set(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
    parts.push(data, padding);
    offset += data.length + padding.length;
  }
  return Buffer.concat([...parts, Buffer.alloc(slack)]);
}

function tablesOf(woff: FontBytes): readonly Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = headerLength.woff + entryLength.woff * index;
    const [offset, packed, length] = [4, 8, 12].map((step) => woff.readUInt32BE(at + step)) as [
      number,
      number,
      number,
    ];
    const raw = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.subarray(at + 16, at + 20),
      data: packed < length ? inflateSync(raw) : raw,
    };
  });
}
