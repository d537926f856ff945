import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bowsOf } from './diagram/flow-path.ts';
import { textWidth, wrap } from './diagram/wrap.ts';
import { threatModel } from './document.ts';
import { drawSvg } from './draw-svg.ts';

const modelOf = (label: string) =>
  threatModel.parse({
    version: 1,
    title: label,
    boundaries: [
      { id: 'cloud', label },
      { id: 'network', label, parent: 'cloud' },
    ],
    elements: [
      { id: 'user', kind: 'actor', label },
      { id: 'web', kind: 'process', label, boundary: 'network' },
      { id: 'data', kind: 'store', label, boundary: 'network', inScope: false },
    ],
    flows: [
      { id: 'request', label, from: 'user', to: 'web' },
      { id: 'answer', label, from: 'web', to: 'user' },
      { id: 'retry', label, from: 'web', to: 'web' },
    ],
  });

const count = (text: string, part: string): number => text.split(part).length - 1;

describe('drawing a model as SVG', () => {
  it('draws every element, flow and boundary with its label', () => {
    const svg = drawSvg(modelOf('Shop'));
    expect(count(svg, '>Shop</tspan>')).toBe(8);
    expect(count(svg, 'stroke-dasharray="7 5"')).toBe(2);
  });

  it('lets no label become markup, and writes only what XML can hold', () => {
    const label = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(label, (text) => {
        const svg = drawSvg(modelOf(`${text}<script>alert("&")</script>`.slice(-150)));
        const tags = new Set([...svg.matchAll(/<\/?([^\s>/]*)/g)].map(([, tag]) => tag));
        expect(tags).toEqual(new Set(['svg', 'title', 'rect', 'path', 'text', 'tspan']));
        expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
        expect(() => encodeURIComponent(svg)).not.toThrow();
        expect(svg.replace(/[\t\n\r\x7f-\x9f]/g, '')).not.toMatch(/[\p{Cc}\ufffe\uffff]/u);
      }),
      { numRuns: 25 },
    );
  });

  it('draws an empty model as an empty page', () => {
    expect(drawSvg(threatModel.parse({ version: 1, title: 'Empty' }))).toMatch(/^<svg [^>]*width="48"/);
  });

  it('keeps a flow and its answer apart', () => {
    const { flows } = modelOf('Shop');
    const bows = bowsOf(flows);
    // Bows count from the direction of the flow, so that the same sign means different sides.
    expect(bows.get('request')).not.toBe(0);
    expect(Math.sign(bows.get('request') ?? 0)).toBe(Math.sign(bows.get('answer') ?? 0));
    expect(bows.get('retry')).toBeCloseTo(0);
  });
});

describe('wrapping a label', () => {
  it('keeps to the lines and the width, and loses no word that it has room for', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 1, max: 5 }), (label, lines) => {
        const room = { width: 120, size: 14, lines };
        const rows = wrap(label, room);
        expect(rows.length).toBeLessThanOrEqual(lines);
        for (const row of rows) expect(textWidth(row, 14)).toBeLessThanOrEqual(120);
        if (!rows.at(-1)?.endsWith('…'))
          expect(rows.join('').replace(/\s/g, '')).toBe(label.replace(/\s/g, ''));
      }),
    );
  });

  it('breaks at spaces, and within a word only where the word alone is too wide', () => {
    expect(wrap('Upload API of the shop', { width: 90, size: 14, lines: 3 })).toEqual([
      'Upload API',
      'of the shop',
    ]);
    expect(wrap('a'.repeat(40), { width: 90, size: 14, lines: 2 })).toEqual([
      'aaaaaaaaaaa',
      `${'a'.repeat(9)}…`,
    ]);
  });
});
