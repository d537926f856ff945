import { diagramBoxes } from '../diagram/boxes.ts';
import { withContents } from '../diagram/subtree.ts';
import { documentVersion, type ThreatModel, threatModel } from '../document.ts';
import type { ModelCommand } from './command.ts';
import { newId } from './new-id.ts';

/** How far from the original a copy stands, in pixels. */
const offset = 30;

/**
 * What is copied, as a model of its own: the elements and boundaries with what stands in them, the flows between
 * them, and where they are drawn. Undefined where that is nothing.
 */
export function clipOf(model: ThreatModel, ids: readonly string[]): ThreatModel | undefined {
  const taken = withContents(model, ids);
  const has = ({ id }: { readonly id: string }): boolean => taken.has(id);
  const kept = (id: string | null): string | null => (id !== null && taken.has(id) ? id : null);
  const elements = model.elements.filter(has).map((item) => ({ ...item, boundary: kept(item.boundary) }));
  const boundaries = model.boundaries.filter(has).map((item) => ({ ...item, parent: kept(item.parent) }));
  if (elements.length + boundaries.length === 0) return undefined;
  return threatModel.parse({
    version: documentVersion,
    title: model.title,
    elements,
    boundaries,
    flows: model.flows.filter(({ from, to }) => taken.has(from) && taken.has(to)),
    layout: Object.fromEntries([...diagramBoxes(model)].filter(([id]) => taken.has(id))),
  });
}

type Paste = { readonly command: ModelCommand; readonly ids: readonly string[] };

/** Adds what was copied beside the original, with new ids; `ids` are those of the copies of elements and boundaries. */
export function pasteCommand(model: ThreatModel, clip: ThreatModel): Paste {
  const renamed = new Map<string, string>();
  const boxes = diagramBoxes(clip);
  for (const { id, label } of [...clip.boundaries, ...clip.elements, ...clip.flows])
    renamed.set(id, newId(model, label, new Set(renamed.values())));
  const named = (id: string): string => renamed.get(id) ?? id;
  const around = (id: string | null): string | null => (id === null ? null : named(id));
  const boxOf = (id: string) => {
    const box = boxes.get(id);
    return box ? { box: { ...box, x: box.x + offset, y: box.y + offset } } : {};
  };
  const boundaries = outerFirst(clip).map(
    (item): ModelCommand => ({
      type: 'add-boundary',
      boundary: { ...item, id: named(item.id), parent: around(item.parent) },
      ...boxOf(item.id),
    }),
  );
  const elements = clip.elements.map(
    (item): ModelCommand => ({
      type: 'add-element',
      element: { ...item, id: named(item.id), boundary: around(item.boundary) },
      ...boxOf(item.id),
    }),
  );
  const flows = clip.flows.map(
    (item): ModelCommand => ({
      type: 'add-flow',
      flow: { ...item, id: named(item.id), from: named(item.from), to: named(item.to) },
    }),
  );
  const ids = [...clip.boundaries, ...clip.elements].map(({ id }) => named(id));
  return { command: { type: 'all', commands: [...boundaries, ...elements, ...flows] }, ids };
}

/** Boundaries in an order in which each follows the one around it. */
function outerFirst({ boundaries }: ThreatModel): ThreatModel['boundaries'] {
  const parents = new Map(boundaries.map(({ id, parent }) => [id, parent]));
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(parents.get(id) ?? null));
  return boundaries.toSorted((a, b) => depth(a.id) - depth(b.id));
}
