import { type Font, fonts, type Weight } from './fonts.ts';

export type Style = { readonly size: number; readonly weight: Weight; readonly color: string };
/** Text in one font; a line is as many runs as it takes scripts. */
type Run = { readonly font: string; readonly text: string };
export type Line = { readonly runs: readonly Run[]; readonly width: number };

/** What a PDF page must be able to do; pdfkit's document is one. */
type Page = Pick<
  PDFKit.PDFDocument,
  'registerFont' | 'font' | 'fontSize' | 'fillColor' | 'text' | 'widthOfString'
>;

/** Stands where no embedded font has the character. */
const replacement = '?';
/** Signs of our own sentences that the fonts lack. */
const spelled: Readonly<Record<string, string>> = { '→': '–' };

/** Breaks text into lines and draws them. Text is text: it is never read as markup. */
export class Typesetter {
  readonly #page: Page;
  readonly #words = new Map<string, Line>();
  readonly #missing = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
    for (const { name, data } of Object.values(fonts()).flat()) page.registerFont(name, data);
  }

  /** The characters that were replaced so far. */
  get missing(): ReadonlySet<string> {
    return this.#missing;
  }

  /** The text in lines that are at most `width` points wide; words that are wider are broken. */
  lines(text: string, style: Style, width: number): readonly Line[] {
    const lines: Line[] = [];
    let line: Line = { runs: [], width: 0 };
    const space = this.#word(' ', style);
    for (const word of plain(text)
      .split(' ')
      .flatMap((each) => this.#pieces(each, style, width))) {
      const joined = line.runs.length === 0 ? word : join(join(line, space), word);
      if (joined.width <= width) line = joined;
      else {
        lines.push(line);
        line = word;
      }
    }
    return line.runs.length === 0 ? lines : [...lines, line];
  }

  /** On one line, however long. */
  line(text: string, style: Style): Line {
    return this.#word(plain(text), style);
  }

  /** `y` is that of the base line. */
  draw({ runs }: Line, at: { readonly x: number; readonly y: number }, { size, color }: Style): void {
    let x = at.x;
    for (const { font, text } of runs) {
      this.#page.font(font).fontSize(size).fillColor(color);
      this.#page.text(text, x, at.y, { lineBreak: false, baseline: 'alphabetic' });
      x += this.#page.widthOfString(text);
    }
  }

  #pieces(word: string, style: Style, width: number): readonly Line[] {
    const whole = this.#word(word, style);
    if (whole.width <= width) return [whole];
    const half = Math.ceil([...word].length / 2);
    if (half < 2) return [whole];
    const signs = [...word];
    return [signs.slice(0, half), signs.slice(half)].flatMap((part) =>
      this.#pieces(part.join(''), style, width),
    );
  }

  #word(word: string, style: Style): Line {
    const key = `${style.weight} ${style.size} ${word}`;
    const known = this.#words.get(key);
    if (known) return known;
    const runs = this.#runs(word, style.weight);
    const width = runs.reduce(
      (sum, { font, text }) => sum + this.#page.font(font).fontSize(style.size).widthOfString(text),
      0,
    );
    const line = { runs, width };
    this.#words.set(key, line);
    return line;
  }

  #runs(word: string, weight: Weight): readonly Run[] {
    const runs: Run[] = [];
    for (const sign of word) {
      const { font, text } = this.#glyph(sign, weight);
      const last = runs.at(-1);
      if (last?.font === font) runs[runs.length - 1] = { font, text: last.text + text };
      else runs.push({ font, text });
    }
    return runs;
  }

  #glyph(sign: string, weight: Weight): Run {
    const text = spelled[sign] ?? sign;
    const has = ({ characters }: Font): boolean => characters.has(text.codePointAt(0) ?? 0);
    const font = fonts()[weight].find(has);
    if (font) return { font: font.name, text };
    this.#missing.add(sign);
    return { font: `${weight}-latin`, text: replacement };
  }
}

const join = (a: Line, b: Line): Line => {
  const [last, first] = [a.runs.at(-1), b.runs[0]];
  const isOne = last !== undefined && last.font === first?.font;
  const runs = isOne
    ? [...a.runs.slice(0, -1), { font: last.font, text: last.text + first.text }, ...b.runs.slice(1)]
    : [...a.runs, ...b.runs];
  return { runs, width: a.width + b.width };
};

/** On one line, without control characters or signs that turn the direction of reading. */
const plain = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .normalize('NFC');
