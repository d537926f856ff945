import { parseDocument } from 'yaml';
import { type ModelProblem, problemAt } from './model-problem.ts';

/** A larger file than any honest model; the limits keep a hostile one from taking time and memory. */
const longestText = 16_000_000;
const longestYaml = 2_000_000;
const deepest = 64;
/** More than `deepest`, since brackets may stand in text too. */
const deepestBrackets = 500;
const mostValues = 1_000_000;

export type TextRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly ModelProblem[] };

/** Parses JSON, or YAML where it is no JSON. Size, depth and number of values are bounded. Never throws. */
export function readText(text: string): TextRead {
  if (text.length > longestText)
    return failed(`The file has ${megabytes(text)} MB; 16 MB is the most.`, 'Split the model.');
  const plain = text.replace(/^\uFEFF/, '');
  const parsed = /^\s*[[{]/.test(plain) ? parseJson(plain) : parseYaml(plain);
  if (!parsed.ok) return parsed;
  return boundsProblem(parsed.value) ?? parsed;
}

const megabytes = (text: string): string => (text.length / 1_000_000).toFixed(1);

const failed = (message: string, mend: string): TextRead => ({
  ok: false,
  problems: [problemAt([], message, mend)],
});

function parseJson(text: string): TextRead {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const isDeep = error instanceof RangeError;
    const reason = isDeep ? 'it is nested too deeply' : messageOf(error);
    // YAML in flow style also begins with a brace.
    const asYaml = isDeep ? undefined : parseYaml(text);
    return asYaml?.ok
      ? asYaml
      : failed(`The JSON cannot be read: ${reason}.`, 'Save the model again in its tool.');
  }
}

function parseYaml(text: string): TextRead {
  if (isDeepYaml(text)) return failed('The file is nested too deeply.', 'Flatten it.');
  if (text.length > longestYaml)
    return failed(`The YAML has ${megabytes(text)} MB; 2 MB is the most.`, 'Give the model as JSON.');
  try {
    const document = parseDocument(text, { prettyErrors: false, version: '1.2', merge: false });
    const [first] = document.errors;
    if (first)
      return failed(`The YAML cannot be read: ${oneLine(first.message)}.`, 'Correct it, or give JSON.');
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply' : messageOf(error);
    return failed(`The YAML cannot be read: ${oneLine(reason)}.`, 'Simplify it, or give JSON.');
  }
}

/** Looked at beforehand, since the parser takes quadratic time with the depth. */
function isDeepYaml(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth -= 1;
    if (depth > deepestBrackets) return true;
  }
  return /(?:[-?:] ){64}/.test(text);
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/\.$/, '').trim().slice(0, 200);

/** Walks without recursion, since the depth is what is in doubt. */
function boundsProblem(root: unknown): TextRead | undefined {
  let level: unknown[] = [root];
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return failed(`The file is nested more than ${deepest} levels deep.`, 'Flatten it.');
    values += level.length;
    if (values > mostValues)
      return failed(`The file has more than ${mostValues} values.`, 'Split the model.');
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value === 'object' && value !== null)
        for (const inner of Object.values(value)) next.push(inner);
    }
    level = next;
  }
  return undefined;
}
