import type { Analysis } from './analyze.ts';
import type { ThreatModel } from './document.ts';
import type { Block, ListItem } from './report/block.ts';
import { reportBlocks } from './report/blocks.ts';

/**
 * A model and what the rules say of it as a Markdown document that stands alone. `diagram`: the picture as SVG, which
 * is put in as a `data:` address; without it the document has none.
 */
export function reportOf(model: ThreatModel, analysis: Analysis, diagram?: string): string {
  const blocks = reportBlocks(model, analysis).flatMap((block) => written(block, diagram));
  return `${blocks.join('\n\n')}\n`;
}

function written(block: Block, diagram: string | undefined): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${inline(block.text)}`];
    case 'text':
      return [line(block.text)];
    case 'list':
      return [block.items.map(bullet).join('\n')];
    case 'table':
      return [
        [block.head, block.head.map(() => '---'), ...block.rows.map((row) => row.map(inline))]
          .map(cells)
          .join('\n'),
      ];
    case 'diagram':
      return diagram === undefined ? [] : [`![Data-flow diagram](${address(diagram)})`];
  }
}

function bullet({ text, depth, strong }: ListItem): string {
  return `${'  '.repeat(depth)}- ${strong ? `**${inline(text)}**` : line(text)}`;
}

const cells = (row: readonly string[]): string => `| ${row.join(' | ')} |`;

/** Text of a model as Markdown text: one line, and nothing in it is markup. */
function inline(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()!|<>~&]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    );
}

/** The same at the beginning of a line, where a sign or a number would begin a list or a heading. */
const line = (text: string): string =>
  inline(text).replace(/^(?:[-+#=]|\d+(?=[.)]))/, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`));

const address = (svg: string): string =>
  `data:image/svg+xml,${encodeURIComponent(svg).replace(/[()']/g, (sign) => (sign === '(' ? '%28' : sign === ')' ? '%29' : '%27'))}`;
