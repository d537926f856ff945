import type { Drawing, Mark } from '#core/threat-model/diagram/drawing.ts';
import type { Style, Typesetter } from './typesetter.ts';

type Place = { readonly x: number; readonly y: number; readonly scale: number };

/** Draws a diagram as vectors with its upper left corner at a place. */
export function drawDiagram(
  page: PDFKit.PDFDocument,
  typesetter: Typesetter,
  { area, marks }: Drawing,
  { x, y, scale }: Place,
): void {
  page.save();
  page.translate(x, y).scale(scale).translate(-area.x, -area.y);
  for (const mark of marks) drawMark(page, typesetter, mark);
  page.restore();
}

function drawMark(page: PDFKit.PDFDocument, typesetter: Typesetter, mark: Mark): void {
  if (mark.kind === 'path') drawPath(page, mark);
  else drawText(typesetter, mark);
}

function drawText(typesetter: Typesetter, mark: Extract<Mark, { readonly kind: 'text' }>): void {
  const style: Style = {
    size: mark.size,
    weight: mark.weight >= 500 ? 'strong' : 'regular',
    color: mark.color,
  };
  for (const { x, y, text } of mark.lines) {
    const line = typesetter.line(text, style);
    typesetter.draw(line, { x: mark.align === 'middle' ? x - line.width / 2 : x, y }, style);
  }
}

function drawPath(
  page: PDFKit.PDFDocument,
  { d, fill, stroke, dashes }: Extract<Mark, { readonly kind: 'path' }>,
): void {
  page.save();
  page.lineWidth(1.5).path(d);
  const [length, space] = dashes.split(' ').map(Number);
  if (length && space) page.dash(length, { space });
  if (fill !== 'none' && stroke !== 'none') page.fillAndStroke(fill, stroke);
  else if (fill !== 'none') page.fill(fill);
  else if (stroke !== 'none') page.stroke(stroke);
  page.restore();
}
