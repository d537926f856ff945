import type { ElementKind } from '#core/content/threat-model-vocabulary.ts';
import type { ThreatModel } from '../document.ts';
import type { ModelCommand } from './command.ts';
import { newId } from './new-id.ts';

export type QuickAdd =
  | { readonly ok: true; readonly command: ModelCommand; readonly id: string }
  | { readonly ok: false; readonly problem: string };

/** Words that people use for the kinds. */
const kinds: Readonly<Record<string, ElementKind | 'boundary'>> = {
  actor: 'actor',
  user: 'actor',
  external: 'actor',
  process: 'process',
  service: 'process',
  store: 'store',
  database: 'store',
  queue: 'store',
  boundary: 'boundary',
  zone: 'boundary',
};

const flowForm = /^flow (?:(?<label>.+?) )??from (?<ends>.+ to .+)$/i;
const arrowForm = /^(?<ends>.+? ?(?:->|→) ?[^:]+?)(?: ?: ?(?<label>.+))?$/;
const thingForm = /^(?<word>\p{L}+) (?<rest>.+)$/u;
const between = / to | ?(?:->|→) ?/gi;

/**
 * Reads one line of typing as something to add: `process Upload API`, `store Files in Network`, `boundary Cloud`,
 * `flow from Browser to Upload API`, `flow Picture from Browser to Upload API`, `Browser -> Upload API: Picture`.
 * Elements and boundaries are named by their labels, however they are capitalized; `inside` is the boundary of a
 * new thing that names none.
 */
export function quickAdd(model: ThreatModel, typed: string, inside: string | null = null): QuickAdd {
  const line = typed.trim().replace(/\s+/g, ' ');
  const flow = flowForm.exec(line)?.groups ?? arrowForm.exec(line)?.groups;
  if (flow?.ends) return addFlow(model, flow.ends, flow.label);
  const thing = thingForm.exec(line)?.groups;
  const kind = kinds[thing?.word?.toLowerCase() ?? ''];
  if (!thing?.rest || !kind)
    return refused(
      'Begin with actor, process, store or boundary and then a name, or write “flow from X to Y”.',
    );
  return addThing(model, { kind, ...placeOf(model, thing.rest, inside) });
}

const refused = (problem: string): QuickAdd => ({ ok: false, problem });

const labeled = <T extends { readonly label: string }>(items: readonly T[], label: string): T | undefined =>
  items.find((item) => item.label.toLowerCase() === label.toLowerCase());

/** “Files in Network” is a thing in a boundary only where there is such a boundary. */
function placeOf(
  model: ThreatModel,
  rest: string,
  inside: string | null,
): { readonly label: string; readonly boundary: string | null } {
  const at = rest.toLowerCase().lastIndexOf(' in ');
  const boundary = at > 0 ? labeled(model.boundaries, rest.slice(at + 4)) : undefined;
  return boundary ? { label: rest.slice(0, at), boundary: boundary.id } : { label: rest, boundary: inside };
}

type Thing = {
  readonly kind: ElementKind | 'boundary';
  readonly label: string;
  readonly boundary: string | null;
};

function addThing(model: ThreatModel, { kind, label, boundary }: Thing): QuickAdd {
  const id = newId(model, label);
  if (label.length > 200) return refused('A name has at most 200 characters.');
  const command: ModelCommand =
    kind === 'boundary'
      ? { type: 'add-boundary', boundary: { id, label, parent: boundary } }
      : { type: 'add-element', element: { id, kind, label, boundary } };
  return { ok: true, command, id };
}

/** A name may hold a “to” itself, so that every place where the ends may part is tried. */
function addFlow(model: ThreatModel, ends: string, label: string | undefined): QuickAdd {
  const splits = [...ends.matchAll(between)].map((match): readonly [string, string] => [
    ends.slice(0, match.index),
    ends.slice(match.index + match[0].length),
  ]);
  for (const [from, to] of splits) {
    const [start, end] = [labeled(model.elements, from), labeled(model.elements, to)];
    if (start && end) return { ok: true, ...flowCommand(model, start.id, end.id, label) };
  }
  const missing = splits[0]?.find((name) => !labeled(model.elements, name)) ?? ends;
  return refused(`There is no element “${missing}”. Add it first.`);
}

/** A flow between two elements, with a label that says so until somebody says more. */
export function flowCommand(
  model: ThreatModel,
  from: string,
  to: string,
  label?: string,
): { readonly command: ModelCommand; readonly id: string } {
  const target = model.elements.find((element) => element.id === to);
  const text = (label ?? `To ${target?.label ?? to}`).slice(0, 200);
  const id = newId(model, text);
  return { id, command: { type: 'add-flow', flow: { id, label: text, from, to } } };
}
