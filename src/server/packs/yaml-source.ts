import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { ContentPath, Finding, Problem } from '#core/content/problem.ts';
import type { SourceFile } from './source-file.ts';

export type Place = { readonly line: number; readonly column: number };

/** A checked YAML document and the way back from a path in it to a place in the file. */
export type YamlSource<T> = {
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  place(path: ContentPath): Place;
};

/**
 * Parses YAML that is plain data: no anchors, aliases, tags or merge keys, unique keys. Returns every problem at
 * once. `linesBefore` is how many lines of the file stand before the YAML.
 */
export function parseYaml<T>(source: SourceFile, schema: z.ZodType<T>, linesBefore = 0): YamlSource<T> {
  const counter = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line) + linesBefore, column: Math.max(1, col) };
  };
  const problem = (place: Place, rule: string, message: string, mend: string): Problem => ({
    file: source.file,
    ...place,
    rule,
    severity: 'error',
    message,
    mend,
  });
  const failed = (problems: Problem[]): YamlSource<T> => ({ value: undefined, problems, place: () => at(0) });

  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(source.text, {
      lineCounter: counter,
      prettyErrors: false,
      version: '1.2',
      merge: false,
    });
  } catch (error) {
    const detail = error instanceof RangeError ? 'it is nested too deeply' : String(error);
    return failed([problem(at(0), 'yaml-syntax', `The YAML cannot be read: ${detail}.`, 'Simplify it.')]);
  }
  const problems = [...document.errors, ...document.warnings].map((error) =>
    problem(
      at(error.pos[0]),
      'yaml-syntax',
      oneLine(error.message),
      'Correct the YAML here; quote text with special characters.',
    ),
  );
  visit(document, {
    Alias: (_, node) =>
      void problems.push(
        problem(
          at(node.range?.[0] ?? 0),
          'no-aliases',
          'Aliases are not allowed in content.',
          'Write the value out.',
        ),
      ),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor)
        problems.push(
          problem(
            at(node.range?.[0] ?? 0),
            'no-aliases',
            'Anchors are not allowed in content.',
            'Remove the anchor.',
          ),
        );
    },
  });
  if (problems.length > 0) return failed(problems);

  const place = (path: ContentPath): Place => at(offsetOf(document.contents, path));
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { value: parsed.data, problems: [], place };
  return {
    value: undefined,
    place,
    problems: parsed.error.issues
      .flatMap(findings)
      .map(({ path, ...finding }) => ({ file: source.file, ...place(path), ...finding })),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The offset of the key (for the last step in a map) or value that a path leads to, or of its nearest ancestor. */
function offsetOf(root: unknown, path: ContentPath): number {
  let node: unknown = root;
  let offset = isNode(root) ? (root.range?.[0] ?? 0) : 0;
  for (const step of path) {
    const next = child(node, step);
    if (!next) break;
    node = next.value;
    offset = next.offset;
  }
  return offset;
}

function child(node: unknown, step: string | number): { value: unknown; offset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
    );
    const start = (pair?.key as Node | undefined)?.range?.[0];
    return pair && { value: pair.value, offset: start ?? 0 };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return isNode(item) ? { value: item, offset: item.range?.[0] ?? 0 } : undefined;
  }
  return undefined;
}

/** Turns one schema issue into findings an author can act on. */
function findings(issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const name = path.length > 0 ? `\`${path.join('.')}\`` : 'the document';
  const finding = (rule: string, message: string, mend: string, where: ContentPath = path): Finding => ({
    rule,
    severity: 'error',
    path: where,
    message,
    mend,
  });
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        finding(
          'unknown-key',
          `Unknown key \`${key}\`.`,
          'Remove it or correct its spelling; docs/authoring.md lists the keys.',
          [...path, key],
        ),
      );
    case 'invalid_type':
      return issue.input === undefined && /undefined/.test(issue.message)
        ? [
            finding(
              'missing-key',
              `${name} is missing.`,
              `Add it; the value is to be of type ${issue.expected}.`,
            ),
          ]
        : [finding('wrong-type', `${name}: ${issue.message}.`, `Write a ${issue.expected} here.`)];
    case 'invalid_value':
      return [
        finding(
          'wrong-value',
          `${name} is none of the allowed values.`,
          `Use one of: ${issue.values.map(String).join(', ')}.`,
        ),
      ];
    case 'too_small':
      return [finding('out-of-range', `${name}: ${issue.message}.`, `Give at least ${issue.minimum}.`)];
    case 'too_big':
      return [finding('out-of-range', `${name}: ${issue.message}.`, `Give at most ${issue.maximum}.`)];
    default:
      return [finding('invalid', `${name}: ${issue.message}.`, 'Correct it as described.')];
  }
}
