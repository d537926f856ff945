import { type ModelProblem, type Path, problemAt } from '../model-problem.ts';
import { shortened } from '../read-document.ts';
import type { OtmFile } from './otm-schema.ts';
import type { ThreatDragonFile } from './threat-dragon-schema.ts';

type Placed = { readonly id: string; readonly path: Path };

const duplicates = (items: readonly Placed[]): ModelProblem[] => {
  const seen = new Set<string>();
  return items.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problemAt(path, `The id "${id}" is used twice.`, 'Give each its own id.')];
  });
};

const dangling = (what: string, ids: ReadonlySet<string>, references: readonly Placed[]): ModelProblem[] =>
  references
    .filter(({ id }) => !ids.has(id))
    .map(({ id, path }) =>
      problemAt(path, `There is no ${what} "${id}".`, 'Correct the id, or remove this.'),
    );

const idsOf = (items: readonly Placed[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));

const placed = (list: string, items: readonly { readonly id: string }[]): Placed[] =>
  items.map(({ id }, index) => ({ id, path: [list, index, 'id'] }));

/** Ids used twice and flows to cells that do not exist. */
export function dragonProblems({ detail }: ThreatDragonFile): readonly ModelProblem[] {
  const cells = detail.diagrams.flatMap((diagram, index) => {
    const inside: Path = diagram.cells ? ['cells'] : ['diagramJson', 'cells'];
    const list = diagram.cells ?? diagram.diagramJson?.cells ?? [];
    return list.map((cell, step) => ({ cell, path: ['detail', 'diagrams', index, ...inside, step] }));
  });
  const ids = cells.map(({ cell: { id }, path }) => ({ id, path: [...path, 'id'] }));
  const ends = cells.flatMap(({ cell, path }) =>
    (['source', 'target'] as const).flatMap((end) => {
      const id = cell[end]?.cell ?? cell[end]?.id;
      return id ? [{ id, path: [...path, end] }] : [];
    }),
  );
  return shortened([...duplicates(ids), ...dangling('cell', idsOf(ids), ends)]);
}

/** Ids used twice, and flows, parents, threats and mitigations that lead nowhere. */
export function otmProblems(file: OtmFile): readonly ModelProblem[] {
  const { trustZones, components, dataflows, threats, mitigations } = file;
  const zones = placed('trustZones', trustZones ?? []);
  const parts = placed('components', components ?? []);
  const flows = placed('dataflows', dataflows ?? []);
  const known = placed('threats', threats ?? []);
  const measures = placed('mitigations', mitigations ?? []);
  const ends = (dataflows ?? []).flatMap(({ source, destination }, index) => [
    { id: source, path: ['dataflows', index, 'source'] },
    { id: destination, path: ['dataflows', index, 'destination'] },
  ]);
  return shortened([
    ...[[...zones, ...parts, ...flows], known, measures].flatMap(duplicates),
    ...dangling('component or trust zone', idsOf([...parts, ...zones]), ends),
    ...parentProblems(file, idsOf(zones), idsOf(parts)),
    ...threatProblems(file, idsOf(known), idsOf(measures)),
  ]);
}

function parentProblems(
  { trustZones, components }: OtmFile,
  zones: ReadonlySet<string>,
  parts: ReadonlySet<string>,
): ModelProblem[] {
  const lists = { trustZones: trustZones ?? [], components: components ?? [] };
  return Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap(({ parent }, index) => {
      const path = [list, index, 'parent'];
      const zone = parent?.trustZone ? [{ id: parent.trustZone, path: [...path, 'trustZone'] }] : [];
      const part = parent?.component ? [{ id: parent.component, path: [...path, 'component'] }] : [];
      return [...dangling('trust zone', zones, zone), ...dangling('component', parts, part)];
    }),
  );
}

function threatProblems(
  { components, dataflows }: OtmFile,
  threats: ReadonlySet<string>,
  mitigations: ReadonlySet<string>,
): ModelProblem[] {
  const lists = { components: components ?? [], dataflows: dataflows ?? [] };
  return Object.entries(lists).flatMap(([list, items]) =>
    items.flatMap((item, index) =>
      (item.threats ?? []).flatMap((threat, step) => {
        const path = [list, index, 'threats', step];
        const measures = (threat.mitigations ?? []).flatMap((measure) =>
          measure?.mitigation ? [{ id: measure.mitigation, path: [...path, 'mitigations'] }] : [],
        );
        return [
          ...dangling('threat', threats, [{ id: threat.threat, path: [...path, 'threat'] }]),
          ...dangling('mitigation', mitigations, measures),
        ];
      }),
    ),
  );
}
