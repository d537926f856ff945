import { type Drawing, drawing, type Mark } from '#core/threat-model/diagram/drawing.ts';
import type { ThreatModel } from '#core/threat-model/document.ts';

const family = '"Plex Sans", "Segoe UI", Helvetica, Arial, sans-serif';
/** Pixels in one direction that every browser can still hold. */
const mostPixels = 8192;

/**
 * The diagram as a PNG, two pixels to one where there is room. It is painted of the same marks as the SVG: an image
 * made of the SVG itself would need an address that the content security policy does not allow.
 */
export async function paintPng(model: ThreatModel): Promise<Blob | null> {
  await Promise.all([400, 500, 600].map((weight) => document.fonts.load(`${weight} 14px "Plex Sans"`)));
  const { area, marks }: Drawing = drawing(model);
  const scale = Math.min(2, mostPixels / area.width, mostPixels / area.height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(area.width * scale);
  canvas.height = Math.round(area.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(-area.x, -area.y);
  for (const mark of marks) paint(context, mark);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function paint(context: CanvasRenderingContext2D, mark: Mark): void {
  switch (mark.kind) {
    case 'path': {
      const path = new Path2D(mark.d);
      context.setLineDash(mark.dashes === '' ? [] : mark.dashes.split(' ').map(Number));
      context.lineWidth = 1.5;
      if (mark.fill !== 'none') {
        context.fillStyle = mark.fill;
        context.fill(path);
      }
      if (mark.stroke !== 'none') {
        context.strokeStyle = mark.stroke;
        context.stroke(path);
      }
      return;
    }
    case 'text':
      context.font = `${mark.weight} ${mark.size}px ${family}`;
      context.fillStyle = mark.color;
      context.textAlign = mark.align === 'middle' ? 'center' : 'start';
      for (const { x, y, text } of mark.lines) context.fillText(text, x, y);
      return;
    default:
      mark satisfies never;
  }
}
