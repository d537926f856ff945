import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyze } from '#core/threat-model/analyze.ts';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import { reportPdf } from './report-pdf.ts';

const shop = threatModel.parse({
  version: 1,
  title: 'Shop',
  elements: [
    { id: 'user', kind: 'actor', label: 'User' },
    { id: 'web', kind: 'process', label: 'Web', boundary: 'dmz' },
  ],
  flows: [{ id: 'f', label: 'Order', from: 'user', to: 'web', protocol: 'HTTP' }],
  boundaries: [{ id: 'dmz', label: 'DMZ' }],
});

const written = async (model: ThreatModel): Promise<string> =>
  Buffer.from(await reportPdf(model, analyze(model, []))).toString('latin1');

/** The streams of a PDF, unpacked: what is drawn on its pages. */
function drawnIn(pdf: string): string {
  const streams = [
    ...pdf.matchAll(/\/Filter \/FlateDecode\r?\n?[^>]*>>\r?\nstream\r?\n([\s\S]*?)\r?\nendstream/g),
  ];
  return streams.map(([, packed = '']) => unpacked(packed)).join('\n');
}

function unpacked(packed: string): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

const pagesIn = (pdf: string): number => pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('the report as a PDF', () => {
  it('is a document with title, language and bookmarks, and embeds its fonts', async () => {
    const pdf = await written(shop);
    expect(pdf.startsWith('%PDF-1.')).toBe(true);
    expect(pdf.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(pdf).toContain('/Lang (en)');
    expect(pdf).toContain('/Outlines');
    expect(pdf).toMatch(/\/FontFile[23]/);
    expect(pdf).not.toMatch(/\/BaseFont \/Helvetica|\/JavaScript|\/URI/);
  });

  it('draws the diagram as lines and curves, not as a picture', async () => {
    const pdf = await written(shop);
    expect(pdf).not.toContain('/Subtype /Image');
    const curves = (text: string): number => text.match(/ c$/gm)?.length ?? 0;
    const empty = threatModel.parse({ version: 1, title: 'Shop' });
    expect(curves(drawnIn(pdf))).toBeGreaterThan(curves(drawnIn(await written(empty))));
  });

  it('takes as many pages as it needs, whatever the length of a cell or a word', async () => {
    const facts = Object.fromEntries(
      ['public-network', 'encrypted', 'carries-credentials', 'logged'].map((fact) => [fact, 'yes']),
    );
    const flows = Array.from({ length: 60 }, (_, index) => ({
      ...{ id: `f${index}`, label: 'x'.repeat(200), from: 'user', to: 'web', facts },
    }));
    const long = threatModel.parse({ ...shop, flows, tradeOffs: 'word '.repeat(800) });
    expect(pagesIn(await written(long))).toBeGreaterThan(pagesIn(await written(shop)) + 2);
  });

  it('says which characters its font lacks, and writes the scripts that it has', async () => {
    const lengthOf = async (title: string) => (await written({ ...shop, title })).length;
    await expect(
      written({ ...shop, title: 'Магазин, κατάστημα, Đơn hàng, \u202e表\ud800\u0000' }),
    ).resolves.toContain('%%EOF');
    // The sentence about what is lacking takes room; Greek and Cyrillic bring their own fonts instead.
    expect(await lengthOf('表')).toBeGreaterThan(await lengthOf('a'));
  });
});
