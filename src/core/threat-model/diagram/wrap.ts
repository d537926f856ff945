/** Widths as parts of the font size, of a common sans serif and rather too wide than too narrow. */
const narrow = /[\s.,:;'|!ijlt()[\]{}fr-]/;
const wide = /[A-ZMW@%&mw_]/;
const full = /[\u1100-\uffdc\p{Extended_Pictographic}]/u;

const widthOf = (character: string): number => {
  if (full.test(character)) return 1;
  if (narrow.test(character)) return 0.36;
  return wide.test(character) ? 0.72 : 0.57;
};

/** About how wide a text is, in pixels, where nothing can measure it. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + widthOf(character) * size, 0);

type Room = { readonly width: number; readonly size: number; readonly lines: number };

/** A label in at most so many lines that fit the width; what is too long is broken, and cut with an ellipsis. */
export function wrap(label: string, { width, size, lines }: Room): readonly string[] {
  const fits = (text: string): boolean => textWidth(text, size) <= width;
  const rows: string[] = [];
  let row = '';
  for (const word of label
    .trim()
    .split(/\s+/)
    .flatMap((each) => pieces(each, fits))) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (fits(longer)) row = longer;
    else {
      if (row !== '') rows.push(row);
      row = word;
    }
  }
  rows.push(row);
  if (rows.length <= lines) return rows;
  return [...rows.slice(0, lines - 1), cut(rows.slice(lines - 1).join(' '), fits)];
}

function pieces(word: string, fits: (text: string) => boolean): readonly string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && !fits(part + character)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function cut(text: string, fits: (text: string) => boolean): string {
  let kept = '';
  for (const character of text) {
    if (!fits(`${kept}${character}…`)) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
