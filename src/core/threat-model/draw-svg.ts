import { type Drawing, drawing, type Mark } from './diagram/drawing.ts';
import { drawn } from './diagram/drawn.ts';
import type { ThreatModel } from './document.ts';

/**
 * The diagram of a model as an SVG file of its own: no style, no script, nothing to fetch; every label escaped and
 * wrapped by an estimate of its width. A model without a layout is laid out. The same model gives the same file.
 */
export const drawSvg = (model: ThreatModel): string => writeSvg(model.title, drawing(drawn(model)));

function writeSvg(title: string, { area, marks }: Drawing): string {
  const { x, y, width, height } = area;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="IBM Plex Sans, Segoe UI, Helvetica, Arial, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`,
    ...marks.map(written),
    '</svg>',
    '',
  ].join('\n');
}

function written(mark: Mark): string {
  switch (mark.kind) {
    case 'path': {
      const dashes = mark.dashes === '' ? '' : ` stroke-dasharray="${mark.dashes}"`;
      return `<path d="${mark.d}" fill="${mark.fill}" stroke="${mark.stroke}" stroke-width="1.5"${dashes}/>`;
    }
    case 'text': {
      const { size, weight, color, align, lines } = mark;
      const spans = lines.map(({ x, y, text }) => `<tspan x="${x}" y="${y}">${escaped(text)}</tspan>`);
      return `<text font-size="${size}" font-weight="${weight}" fill="${color}" text-anchor="${align}">${spans.join('')}</text>`;
    }
    default:
      return mark satisfies never;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML cannot hold at all are replaced. */
const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
