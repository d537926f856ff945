import { describe, expect, it } from 'vitest';
import { fonts } from './fonts.ts';
import { sfntOf } from './sfnt.ts';

const has = (weight: 'regular' | 'strong', text: string): boolean =>
  [...text].every((sign) =>
    fonts()[weight].some(({ characters }) => characters.has(sign.codePointAt(0) ?? 0)),
  );

describe('the fonts of the report', () => {
  it.each(['regular', 'strong'] as const)('cover Latin, Greek, Cyrillic and Vietnamese: %s', (weight) => {
    expect(has(weight, 'Threat: “naïve” – Łódź, ŠČ … •?')).toBe(true);
    expect(has(weight, 'Αθήνα Київ Đơn')).toBe(true);
    expect(has(weight, '表')).toBe(false);
  });

  it('are plain TrueType once unpacked, and nothing else is taken for WOFF', () => {
    const [latin] = fonts().regular;
    expect(latin?.data.readUInt32BE(0)).toBe(0x00010000);
    expect(() => sfntOf(Buffer.from('OTTO and more'))).toThrow('no font in WOFF');
  });
});
