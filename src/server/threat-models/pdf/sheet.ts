import { type Line, type Style, Typesetter } from './typesetter.ts';

/** Points; A4. */
const margin = { side: 56, top: 60, bottom: 64 };
const leading = 1.4;
const rule = '#dadddf';

type Cell = { readonly lines: readonly Line[]; readonly x: number };

/** Paper that is filled from the top, page after page. */
export class Sheet {
  readonly page: PDFKit.PDFDocument;
  readonly typesetter: Typesetter;
  #y = margin.top;

  constructor(page: PDFKit.PDFDocument) {
    this.page = page;
    this.typesetter = new Typesetter(page);
  }

  get left(): number {
    return margin.side;
  }

  get width(): number {
    return this.page.page.width - 2 * margin.side;
  }

  /** What is free on this page, and on an empty one. */
  get room(): number {
    return this.page.page.height - margin.bottom - this.#y;
  }

  get fullRoom(): number {
    return this.page.page.height - margin.bottom - margin.top;
  }

  get y(): number {
    return this.#y;
  }

  newPage(layout: 'portrait' | 'landscape' = 'portrait'): void {
    this.page.addPage({ size: 'A4', layout, margin: 0 });
    this.#y = margin.top;
  }

  /** Goes on below; on the next page where so much has no room. */
  advance(points: number): void {
    this.#y += points;
  }

  /** Begins a new page unless there is so much room. */
  keep(points: number): void {
    if (this.room < points && this.#y > margin.top) this.newPage();
  }

  write(text: string, style: Style, indent = 0): void {
    const lines = this.typesetter.lines(text, style, this.width - indent);
    this.row([{ lines, x: indent }], style);
  }

  /** Cells side by side, over as many pages as they take. */
  row(cells: readonly Cell[], style: Style): void {
    const height = style.size * leading;
    const count = Math.max(...cells.map(({ lines }) => lines.length));
    for (let index = 0; index < count; index += 1) {
      this.keep(height);
      for (const { lines, x } of cells) {
        const line = lines[index];
        const at = { x: margin.side + x, y: this.#y + style.size };
        if (line) this.typesetter.draw(line, at, style);
      }
      this.#y += height;
    }
  }

  rule(): void {
    const [from, to] = [margin.side, margin.side + this.width];
    this.page.moveTo(from, this.#y).lineTo(to, this.#y).lineWidth(0.5).stroke(rule);
  }

  /** The title and the number at the foot of each page. */
  number(title: string, style: Style): void {
    const { start, count } = this.page.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.page.switchToPage(start + index);
      const y = this.page.page.height - margin.bottom / 2;
      const number = this.typesetter.line(`${index + 1} of ${count}`, style);
      const [name] = this.typesetter.lines(title, style, this.width - number.width - 24);
      if (name) this.typesetter.draw(name, { x: margin.side, y }, style);
      this.typesetter.draw(number, { x: margin.side + this.width - number.width, y }, style);
    }
  }
}
