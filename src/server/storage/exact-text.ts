import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type QueryResult,
  type RootOperationNode,
  type UnknownRow,
  type ValueNode,
} from 'kysely';

/** The control character SUBSTITUTE, which nobody types, marks an escaped UTF-16 unit: it and four hex digits. */
const mark = '\u001a';

const escaped = (unit: string) => mark + unit.charCodeAt(0).toString(16).padStart(4, '0');

/** Rewrites what PostgreSQL (NUL) or UTF-8 (lone surrogates) cannot hold; other text stays as it is. */
export function encodeText(text: string): string {
  if (!text.includes('\0') && !text.includes(mark) && !/\p{Surrogate}/u.test(text)) return text;
  return text
    .replaceAll(mark, escaped(mark))
    .replaceAll('\0', escaped('\0'))
    .replace(/\p{Surrogate}/gu, escaped);
}

/** Undoes `encodeText`. */
export function decodeText(text: string): string {
  if (!text.includes(mark)) return text;
  const [head = '', ...parts] = text.split(mark);
  return head + parts.map((part) => unitOf(part.slice(0, 4)) + part.slice(4)).join('');
}

const unitOf = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

const encodeValue = (value: unknown) => (typeof value === 'string' ? encodeText(value) : value);

class Encoder extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: encodeValue(node.value) };
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(encodeValue) };
  }
}

/** Makes every text parameter and result exact, whatever UTF-16 it holds, on both databases. */
export class ExactText implements KyselyPlugin {
  readonly #encoder = new Encoder();

  transformQuery(args: PluginTransformQueryArgs): RootOperationNode {
    return this.#encoder.transformNode(args.node, args.queryId);
  }

  async transformResult(args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return { ...args.result, rows: args.result.rows.map(decodeRow) };
  }
}

function decodeRow(row: UnknownRow): UnknownRow {
  const entries = Object.entries(row);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? decodeText(value) : value]),
  );
}
