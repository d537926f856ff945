import { type AnyNode, type CallExpression, type Expression, type ObjectExpression, parse } from 'acorn';
import type { Lab } from './lab.ts';

/** A check or a notice as the text of `checks/` declares it. */
export type DeclaredCheck = {
  readonly kind: 'functional' | 'exploit' | 'notice';
  /** For a notice, the finding. */
  readonly id: string;
  readonly finding: string | undefined;
  readonly hidden: boolean;
  readonly file: string;
  readonly line: number;
};

/** A place in a file of `checks/`; the line counts from 1. */
export type PlaceInChecks = { readonly file: string; readonly line: number };

export type Declared = {
  readonly checks: readonly DeclaredCheck[];
  /** Calls whose id is computed, so that the text does not tell which checks there are. */
  readonly computed: readonly (PlaceInChecks & { readonly kind: DeclaredCheck['kind'] })[];
  /** Files that are no JavaScript, with what the parser says. */
  readonly unreadable: readonly (PlaceInChecks & { readonly message: string })[];
};

/** Returns what the modules of `checks/` declare, as far as their text tells; nothing of them runs. */
export function declaredChecks({ checks }: Pick<Lab, 'checks'>): Declared {
  const read = checks.filter(({ path }) => path.endsWith('.js')).map(readModule);
  return {
    checks: read.flatMap((one) => one.checks),
    computed: read.flatMap((one) => one.computed),
    unreadable: read.flatMap((one) => one.unreadable),
  };
}

const nothing: Declared = { checks: [], computed: [], unreadable: [] };

function readModule({ path, content }: Lab['checks'][number]): Declared {
  const file = `checks/${path}`;
  try {
    const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true } as const;
    const declared = callsIn(parse(content, options)).flatMap((call) => {
      const kind = kindOf(call);
      return kind ? [readCall(call, kind, { file, line: call.loc?.start.line ?? 1 })] : [];
    });
    return {
      ...nothing,
      checks: declared.filter((one) => 'id' in one),
      computed: declared.filter((one) => !('id' in one)),
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ...nothing, unreadable: [{ file, ...placed(error) }] };
  }
}

/** What acorn adds to a syntax error. */
function placed(error: SyntaxError & { loc?: { line: number } }): { line: number; message: string } {
  return { line: error.loc?.line ?? 1, message: error.message.replace(/ \(\d+:\d+\)$/, '') };
}

const kinds = ['functional', 'exploit', 'notice'] as const;

function kindOf({ callee }: CallExpression): DeclaredCheck['kind'] | undefined {
  return callee.type === 'Identifier' ? kinds.find((kind) => kind === callee.name) : undefined;
}

function readCall(
  { arguments: [first, ...others] }: CallExpression,
  kind: DeclaredCheck['kind'],
  place: PlaceInChecks,
): DeclaredCheck | Declared['computed'][number] {
  const id = textOf(first);
  if (id === undefined) return { kind, ...place };
  if (kind === 'notice') return { kind, id, finding: id, hidden: false, ...place };
  const options = others.find((argument) => argument.type === 'ObjectExpression');
  const hidden = options && propertyOf(options, 'hidden');
  return {
    ...{ kind, id, ...place },
    finding: options && textOf(propertyOf(options, 'finding')),
    hidden: hidden?.type === 'Literal' && hidden.value === true,
  };
}

/** The text of a literal or of a template without a hole. */
function textOf(node: AnyNode | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

function propertyOf({ properties }: ObjectExpression, name: string): Expression | undefined {
  const property = properties.find(
    (one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === name,
  );
  return property?.type === 'Property' ? property.value : undefined;
}

/** All calls in a tree, in the order of the text. */
function callsIn(node: AnyNode): CallExpression[] {
  const below = childrenOf(node).flatMap(callsIn);
  return node.type === 'CallExpression' ? [node, ...below] : below;
}

const isNode = (value: unknown): value is AnyNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const childrenOf = (node: AnyNode): AnyNode[] => Object.values(node).flat().filter(isNode);
