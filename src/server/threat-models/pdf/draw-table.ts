import type { Block } from '#core/threat-model/report/block.ts';
import type { Sheet } from './sheet.ts';
import { cell, cellHead } from './styles.ts';

type Table = Extract<Block, { readonly kind: 'table' }>;

const gap = 10;
/** Of the page, whatever the other columns hold. */
const narrowest = 0.11;

/** A table with its head again on each page; columns are as wide as what stands in them asks for. */
export function drawTable(sheet: Sheet, { head, rows }: Table): void {
  const columns = columnsOf(sheet.width, head, rows);
  const cells = (row: readonly string[], style: typeof cell) =>
    columns.map(({ x, width }, index) => ({
      lines: sheet.typesetter.lines(row[index] ?? '', style, width),
      x,
    }));
  const drawHead = (): void => {
    sheet.row(cells(head, cellHead), cellHead);
    sheet.advance(2);
    sheet.rule();
    sheet.advance(3);
  };
  drawHead();
  for (const row of rows) {
    const content = cells(row, cell);
    const height = Math.max(...content.map(({ lines }) => lines.length)) * cell.size * 1.4 + 8;
    if (sheet.room < Math.min(height, sheet.fullRoom / 2)) {
      sheet.newPage();
      drawHead();
    }
    sheet.row(content, cell);
    sheet.advance(3);
    sheet.rule();
    sheet.advance(3);
  }
  sheet.advance(6);
}

function columnsOf(total: number, head: readonly string[], rows: readonly (readonly string[])[]) {
  const needs = head.map((title, index) => {
    const lengths = rows.map((row) => row[index]?.length ?? 0);
    const longest = Math.max(title.length, ...lengths.slice(0, 500));
    return Math.max(4, Math.min(longest, 60));
  });
  const sum = needs.reduce((a, b) => a + b, 0);
  const shares = needs.map((need) => Math.max(need / sum, narrowest));
  const all = shares.reduce((a, b) => a + b, 0);
  const free = total - gap * (head.length - 1);
  let x = 0;
  return shares.map((share) => {
    const column = { x, width: (free * share) / all };
    x += column.width + gap;
    return column;
  });
}
