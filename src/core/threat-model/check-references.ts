import { boundaryPaths } from './boundaries.ts';
import type { ThreatModel } from './document.ts';
import { type ModelProblem, type Path, problemAt } from './model-problem.ts';

type Named = { readonly id: string };
type Reference = { readonly path: Path; readonly id: string };

/** Checks what a schema cannot: unique ids, references that lead somewhere, boundaries without cycles. */
export function checkReferences(model: ThreatModel): readonly ModelProblem[] {
  const { elements, flows, boundaries, threats, mitigations, assumptions, questions } = model;
  return [
    ...duplicates({ elements, flows, boundaries }),
    ...duplicates({ threats }),
    ...duplicates({ mitigations }),
    ...duplicates({ assumptions, questions }),
    ...danglingPlaces(model),
    ...danglingThreats(model),
    ...cycles(model),
  ];
}

function duplicates(lists: Readonly<Record<string, readonly Named[]>>): ModelProblem[] {
  const first = new Map<string, string>();
  return Object.entries(lists).flatMap(([name, list]) =>
    list.flatMap(({ id }, index) => {
      const taken = first.get(id);
      if (taken === undefined) {
        first.set(id, `${name}[${index}]`);
        return [];
      }
      return [problemAt([name, index, 'id'], `The id "${id}" is taken by ${taken}.`, 'Give it another id.')];
    }),
  );
}

const idsOf = (...lists: readonly (readonly Named[])[]): ReadonlySet<string> =>
  new Set(lists.flat().map(({ id }) => id));

function dangling(
  what: string,
  known: ReadonlySet<string>,
  references: readonly Reference[],
): ModelProblem[] {
  return references
    .filter(({ id }) => !known.has(id))
    .map(({ path, id }) =>
      problemAt(path, `There is no ${what} "${id}".`, 'Correct the id, or remove the reference.'),
    );
}

function danglingPlaces({ elements, flows, boundaries, layout }: ThreatModel): ModelProblem[] {
  const zone = (id: string | null, path: Path): Reference[] => (id === null ? [] : [{ path, id }]);
  const zones = [
    ...elements.flatMap(({ boundary }, index) => zone(boundary, ['elements', index, 'boundary'])),
    ...boundaries.flatMap(({ parent }, index) => zone(parent, ['boundaries', index, 'parent'])),
  ];
  const ends = flows.flatMap(({ from, to }, index) => [
    { path: ['flows', index, 'from'], id: from },
    { path: ['flows', index, 'to'], id: to },
  ]);
  const boxes = Object.keys(layout).map((id) => ({ path: ['layout', id], id }));
  return [
    ...dangling('boundary', idsOf(boundaries), zones),
    ...dangling('element', idsOf(elements), ends),
    ...dangling('element, flow or boundary', idsOf(elements, flows, boundaries), boxes),
  ];
}

function danglingThreats({
  elements,
  flows,
  boundaries,
  threats,
  mitigations,
  dismissed,
}: ThreatModel): ModelProblem[] {
  const listed = (list: string, items: readonly (readonly string[])[], key: string): Reference[] =>
    items.flatMap((ids, index) => ids.map((id, step) => ({ path: [list, index, key, step], id })));
  const on = [
    ...listed(
      'threats',
      threats.map((threat) => threat.on),
      'on',
    ),
    ...dismissed.map(({ on: id }, index) => ({ path: ['dismissed', index, 'on'], id })),
  ];
  const places = listed(
    'mitigations',
    mitigations.map(({ at }) => at),
    'at',
  );
  const against = listed(
    'mitigations',
    mitigations.map((mitigation) => mitigation.threats),
    'threats',
  );
  return [
    ...dangling('element or flow', idsOf(elements, flows), on),
    ...dangling('element, flow or boundary', idsOf(elements, flows, boundaries), places),
    ...dangling('threat', idsOf(threats), against),
  ];
}

function cycles(model: ThreatModel): ModelProblem[] {
  const parents = new Map(model.boundaries.map(({ id, parent }) => [id, parent]));
  const paths = boundaryPaths(model);
  return model.boundaries.flatMap(({ id }, index) => {
    const outermost = paths.get(id)?.at(-1);
    const above = outermost === undefined ? null : (parents.get(outermost) ?? null);
    if (above !== id) return [];
    const mend = 'Set the parent of one of them to null.';
    return [problemAt(['boundaries', index, 'parent'], `The boundary "${id}" stands inside itself.`, mend)];
  });
}
