/** What a report consists of, for Markdown and for paper. Texts are plain: nothing in them is markup. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'diagram' };

export type ListItem = { readonly text: string; readonly depth: number; readonly strong: boolean };

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
/** Nothing where there is no text. */
export const paragraph = (text: string): readonly Block[] =>
  text.trim() === '' ? [] : [{ kind: 'text', text }];

export const bullets = (lines: readonly string[]): Block =>
  lines.length === 0
    ? { kind: 'text', text: 'None.' }
    : { kind: 'list', items: lines.map((text) => ({ text, depth: 0, strong: false })) };
