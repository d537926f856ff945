import { describe, expect, it } from 'vitest';
import { claimReading } from './claim-likeness.ts';

const claims = [
  {
    id: 'decoder',
    texts: [
      'A seller uploads a file that exploits a memory error in a codec, and the code runs with the storage role.',
      'A malformed picture triggers a bug in the native library and gives remote code execution.',
    ],
  },
  {
    id: 'fetcher',
    texts: [
      'A seller gives an address of an internal host, and the API fetches it from inside the network.',
      'SSRF through the URL import, for instance to cloud credentials.',
    ],
  },
  {
    id: 'no-trace',
    texts: ['Images carry no link to the account that sent them, so a seller denies it.'],
  },
];
const read = claimReading([])(claims);

const bestOf = (text: string): string | undefined => {
  const likeness = read(text);
  const most = Math.max(...likeness);
  return most < 0.2 ? undefined : claims[likeness.indexOf(most)]?.id;
};

describe('reading claims', () => {
  it('is certain of a claim that is said word for word', () => {
    for (const [index, { texts }] of claims.entries())
      for (const text of texts) expect(read(text)[index], text).toBeGreaterThan(0.9);
  });

  it.each([
    ['RCE in ImageMagick by a crafted image', 'decoder'],
    ['The metadata service is reached by server-side request forgery', 'fetcher'],
    ['Uploads cannot be attributed since there is no audit log', 'no-trace'],
  ])('hears "%s" as %s', (text, id) => {
    expect(bestOf(text)).toBe(id);
  });

  it('hears nothing in a threat to something else', () => {
    expect(bestOf('Weak passwords of employees')).toBeUndefined();
  });

  it('hears nothing in the right words without a sentence', () => {
    const stirred = 'role a in the codec runs seller storage and a memory uploads with exploits error file';
    expect(Math.max(...read(stirred))).toBeLessThan(0.05);
  });

  it('trusts a text less that says everything', () => {
    const everything = claims.map(({ texts: [text = ''] }) => text).join(' ');
    const [decoder = 0] = read(everything);
    const [alone = 0] = read(claims[0]?.texts[0] ?? '');
    expect(decoder).toBeLessThan(alone);
  });
});
