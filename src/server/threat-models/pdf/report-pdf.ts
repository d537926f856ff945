import { setImmediate } from 'node:timers/promises';
import PdfDocument from 'pdfkit';
import type { Analysis } from '#core/threat-model/analyze.ts';
import { drawing } from '#core/threat-model/diagram/drawing.ts';
import { drawn } from '#core/threat-model/diagram/drawn.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';
import type { Block, ListItem } from '#core/threat-model/report/block.ts';
import { reportBlocks } from '#core/threat-model/report/blocks.ts';
import { drawDiagram } from './draw-diagram.ts';
import { drawTable } from './draw-table.ts';
import { Sheet } from './sheet.ts';
import { body, headings, small } from './styles.ts';

type Document = { readonly model: ThreatModel; readonly sheet: Sheet };

/** After so many blocks others get a turn: a large report takes seconds. */
const blocksAtOnce = 20;
const itemsAtOnce = 50;
const bulletWidth = 14;

/**
 * The report as a PDF: the same content as the Markdown, with the diagram as vectors, bookmarks and page numbers.
 * Characters that the embedded IBM Plex Sans lacks are shown as "?", and the report says so at its end.
 */
export async function reportPdf(model: ThreatModel, analysis: Analysis): Promise<Uint8Array<ArrayBuffer>> {
  const page = new PdfDocument({
    ...{ size: 'A4', margin: 0, bufferPages: true, lang: 'en', displayTitle: true },
    info: { Title: model.title, Creator: 'Hotseat' },
  });
  const parts: Buffer[] = [];
  page.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => page.on('end', resolve).on('error', reject));
  const document = { model, sheet: new Sheet(page) };
  for (const [index, piece] of reportBlocks(model, analysis).flatMap(piecesOf).entries()) {
    drawPiece(document, piece);
    if (index % blocksAtOnce === 0) await setImmediate();
  }
  tellMissing(document);
  document.sheet.number(model.title, small);
  page.end();
  await ended;
  return new Uint8Array(Buffer.concat(parts));
}

/** A long list comes in several pieces; all but the last go on without a gap. */
type Piece = { readonly block: Block; readonly goesOn: boolean };

function piecesOf(block: Block): readonly Piece[] {
  if (block.kind !== 'list' || block.items.length <= itemsAtOnce) return [{ block, goesOn: false }];
  const count = Math.ceil(block.items.length / itemsAtOnce);
  return Array.from({ length: count }, (_, index) => ({
    block: { ...block, items: block.items.slice(index * itemsAtOnce, (index + 1) * itemsAtOnce) },
    goesOn: index < count - 1,
  }));
}

function drawPiece({ model, sheet }: Document, { block, goesOn }: Piece): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(sheet, block);
      break;
    case 'text':
      sheet.write(block.text, body);
      sheet.advance(6);
      break;
    case 'list':
      for (const item of block.items) drawItem(sheet, item);
      sheet.advance(goesOn ? 0 : 6);
      break;
    case 'table':
      drawTable(sheet, block);
      break;
    case 'diagram':
      placeDiagram(sheet, model);
      break;
  }
}

function drawItem(sheet: Sheet, { text, depth, strong }: ListItem): void {
  const indent = depth * bulletWidth;
  const style = { ...body, weight: strong ? 'strong' : 'regular' } as const;
  const bullet = sheet.typesetter.line('•', body);
  const lines = sheet.typesetter.lines(text, style, sheet.width - indent - bulletWidth);
  sheet.row(
    [
      { lines: [bullet], x: indent },
      { lines, x: indent + bulletWidth },
    ],
    style,
  );
}

function drawHeading(sheet: Sheet, { level, text }: Extract<Block, { kind: 'heading' }>): void {
  const style = headings[level];
  sheet.advance(level === 1 ? 0 : style.size * 0.9);
  // A heading is not left alone at the foot of a page.
  sheet.keep(style.size * 4);
  if (level < 3) sheet.page.outline.addItem(text.slice(0, 200));
  sheet.write(text, style);
  sheet.advance(style.size * 0.4);
}

/** Below this scale the labels cannot be read, so that a broad diagram gets a page across. */
const smallestUpright = 0.5;

function placeDiagram(sheet: Sheet, model: ThreatModel): void {
  const picture = drawing(drawn(model));
  const { width, height } = picture.area;
  const fits = (most: number): number => Math.min(1, sheet.width / width, most / height);
  const isAcross = fits(sheet.fullRoom) < smallestUpright && width > height;
  if (isAcross) sheet.newPage('landscape');
  else if (fits(sheet.room) < fits(sheet.fullRoom) * 0.8) sheet.newPage();
  const scale = fits(sheet.room);
  const x = sheet.left + (sheet.width - width * scale) / 2;
  drawDiagram(sheet.page, sheet.typesetter, picture, { x, y: sheet.y, scale });
  sheet.advance(height * scale + 12);
  if (isAcross) sheet.newPage();
}

function tellMissing({ sheet }: Document): void {
  const { missing } = sheet.typesetter;
  if (missing.size === 0) return;
  const codes = [...missing]
    .slice(0, 20)
    .map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  const more = missing.size > codes.length ? ` and ${missing.size - codes.length} more` : '';
  sheet.advance(12);
  sheet.write(
    `The font of this report lacks ${codes.join(', ')}${more}: each of these characters is shown as “?”. The Markdown report has them all.`,
    small,
  );
}
