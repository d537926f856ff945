import { type Fact, factWords } from '#core/content/threat-facts.ts';
import type { Answer } from '#core/content/threat-model-vocabulary.ts';
import type { Candidate } from '../model-problem.ts';
import { addUnread, Losses } from './losses.ts';
import { type Box, innermostAround, type NamedBox } from './nesting.ts';
import { labelOf, textOf } from './texts.ts';
import { threatDragonFlags } from './threat-dragon-flags.ts';
import type { DragonCell, ThreatDragonFile } from './threat-dragon-schema.ts';
import { readDragonThreats } from './threat-dragon-threats.ts';

type Kind = 'actor' | 'process' | 'store' | 'flow' | 'box' | 'curve' | 'text';
type Cell = {
  readonly cell: DragonCell;
  readonly kind: Kind | undefined;
  /** The cell and its data as one: version 1 has everything on the cell. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly label: string;
  readonly box: Box | undefined;
};

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/boundary-?box/i, 'box'],
  [/boundary/i, 'curve'],
  [/actor/i, 'actor'],
  [/process/i, 'process'],
  [/store/i, 'store'],
  [/flow/i, 'flow'],
  [/text/i, 'text'],
];

const read = new Set(
  (
    'id type shape position size source target threats data name description outOfScope reasonOutOfScope protocol ' +
    'privilegeLevel isBidirectional hasOpenThreats isTrustBoundary threatFrequency hotseat ' +
    'attrs ports zIndex z angle visible labels vertices connector smooth markup tools width height router parent children'
  ).split(' '),
);
for (const { flag } of threatDragonFlags) read.add(flag);

/** Makes a model of a Threat Dragon file of version 1 or 2, and tells what has no place in it. */
export function readThreatDragon(file: ThreatDragonFile): Candidate {
  const losses = new Losses();
  tellOfHead(file, losses);
  const cells = cellsOf(file, losses);
  const boxes: NamedBox[] = cells.flatMap(({ kind, cell, box }) =>
    kind === 'box' && box ? [{ id: cell.id, box }] : [],
  );
  const elements = cells.flatMap((cell) => elementOf(cell, boxes, losses));
  const ids = new Set(elements.map(({ id }) => id));
  const taken = new Set(cells.map(({ cell }) => cell.id));
  const flows = cells.flatMap((cell) => flowsOf(cell, ids, taken, losses));
  const kept = new Set([...ids, ...flows.map(({ id }) => id)]);
  const layout = cells.flatMap(({ cell, kind, box }) =>
    box && (kind === 'box' || ids.has(cell.id)) ? [[cell.id, box] as const] : [],
  );
  const model = {
    version: 1,
    title: labelOf(file.summary.title, 'Threat model', losses),
    description: textOf('summary', losses, file.summary.description),
    elements,
    flows,
    boundaries: boxes.map(({ id, box }) => boundaryOf(id, box, cells, boxes)),
    ...readDragonThreats(
      cells.map(({ cell, label }) => ({ cell, label, isKept: kept.has(cell.id) })),
      losses,
    ),
    layout: Object.fromEntries(layout),
  };
  return { model, losses: losses.list() };
}

function tellOfHead({ summary, detail, ...rest }: ThreatDragonFile, losses: Losses): void {
  addUnread(losses, 'the file', rest, new Set(['version']));
  addUnread(losses, 'summary', summary, new Set(['title', 'description', 'id']));
  addUnread(losses, 'detail', detail, new Set(['diagrams', 'diagramTop', 'threatTop']));
  const handled = new Set(
    'cells diagramJson id thumbnail version placeholder size title description diagramType'.split(' '),
  );
  for (const diagram of detail.diagrams) {
    addUnread(losses, `the diagram "${diagram.title}"`, diagram, handled);
    if (diagram.description)
      losses.add(`the diagram "${diagram.title}"`, 'Descriptions of diagrams have no place.');
    if (diagram.diagramType && diagram.diagramType !== 'STRIDE')
      losses.add(`the diagram "${diagram.title}"`, `The method ${diagram.diagramType} becomes STRIDE.`);
  }
  if (detail.diagrams.length > 1)
    losses.add('detail', `The ${detail.diagrams.length} diagrams become one; their titles have no place.`);
}

/** All cells of all diagrams, each diagram to the right of the one before. */
function cellsOf({ detail }: ThreatDragonFile, losses: Losses): Cell[] {
  let left = 0;
  return detail.diagrams.flatMap((diagram) => {
    const cells = (diagram.cells ?? diagram.diagramJson?.cells ?? []).map((cell) =>
      cellOf(cell, left, losses),
    );
    left = Math.max(left, ...cells.map(({ box }) => (box ? box.x + box.width + 100 : left)));
    return cells;
  });
}

function cellOf(cell: DragonCell, left: number, losses: Losses): Cell {
  const type = cell.data?.type ?? cell.type ?? cell.shape ?? '';
  const kind = kinds.find(([pattern]) => pattern.test(type) || pattern.test(cell.shape ?? ''))?.[1];
  const fields: Record<string, unknown> = { ...cell, ...cell.data };
  const label = labelOf(nameOf(cell), `Unnamed ${kind ?? 'thing'}`, losses);
  addUnread(losses, `"${label}"`, fields, read);
  const { position, size } = cell;
  const isBox = position && size && size.width > 0 && size.height > 0;
  const box = isBox
    ? { x: position.x + left, y: position.y, width: size.width, height: size.height }
    : undefined;
  const described = { cell, kind, fields, label, box };
  tellOfDrawing(described, losses);
  return described;
}

function tellOfDrawing({ kind, label, fields }: Cell, losses: Losses): void {
  if (kind === 'curve')
    losses.add(
      `"${label}"`,
      'A trust boundary drawn as a line does not say what is inside; draw it as a box to keep it.',
    );
  if (kind === 'text') losses.add(`"${label}"`, 'Text blocks of the drawing have no place.');
  if (kind === undefined) losses.add(`"${label}"`, 'A cell of unknown type was left out.');
  if (Array.isArray(fields.vertices) && fields.vertices.length > 0 && kind === 'flow')
    losses.add(`"${label}"`, 'Bends of lines are drawn anew.');
}

/** The name in the data, or what is written on the shape or line. */
function nameOf(cell: DragonCell): string | undefined {
  if (cell.data?.name) return cell.data.name;
  const labels = Array.isArray(cell.labels) ? cell.labels : [];
  const written = [cell.attrs, ...labels.map((label: unknown) => valueAt(label, 'attrs'))].flatMap(
    (attrs) => [
      valueAt(valueAt(attrs, 'text'), 'text'),
      valueAt(valueAt(attrs, 'labelText'), 'text'),
      valueAt(valueAt(attrs, 'label'), 'text'),
    ],
  );
  return written.find((text): text is string => typeof text === 'string' && text.trim() !== '');
}

function valueAt(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

const stringAt = (fields: Cell['fields'], key: string): string => {
  const value = fields[key];
  return typeof value === 'string' ? value.trim() : '';
};

function commonOf({ cell, label, fields }: Cell, losses: Losses) {
  const reason = stringAt(fields, 'reasonOutOfScope');
  const privilege = stringAt(fields, 'privilegeLevel');
  return {
    id: cell.id,
    label,
    description: textOf(
      `"${label}"`,
      losses,
      stringAt(fields, 'description'),
      privilege && `Privilege level: ${privilege}`,
      reason && `Out of scope: ${reason}`,
    ),
    inScope: fields.outOfScope !== true,
  };
}

function elementOf(cell: Cell, boxes: readonly NamedBox[], losses: Losses) {
  const { kind, box } = cell;
  if (kind !== 'actor' && kind !== 'process' && kind !== 'store') return [];
  const boundary = box ? innermostAround(box, boxes) : null;
  return [{ ...commonOf(cell, losses), kind, boundary, facts: factsOf(cell, kind) }];
}

/**
 * Facts that Hotseat itself has put beside the flags, corrected by what the flags now say. In a file of Threat Dragon
 * a flag that is not set says "no" only where another of the same cell is: there somebody has looked at them.
 */
function factsOf({ fields }: Cell, kind: 'actor' | 'process' | 'store' | 'flow') {
  const facts: Partial<Record<Fact, Answer>> = storedFacts(fields);
  const isOwn = fields.hotseat !== undefined;
  const own = threatDragonFlags.filter((flag) => flag.kind === kind);
  const isLookedAt = own.some(({ flag }) => fields[flag] === true);
  for (const { flag, fact, set } of own) {
    if (fields[flag] === true) facts[fact] = set;
    else if (fields[flag] === false && facts[fact] === set && isOwn) delete facts[fact];
    else if (fields[flag] === false && isLookedAt && !isOwn) facts[fact] ??= set === 'yes' ? 'no' : 'yes';
  }
  return facts;
}

function storedFacts(fields: Cell['fields']): Partial<Record<Fact, Answer>> {
  const stored = valueAt(fields.hotseat, 'facts');
  const isAnswer = (answer: unknown): answer is Answer => answer === 'yes' || answer === 'no';
  const entries = Object.keys(factWords).flatMap((fact) => {
    const answer = valueAt(stored, fact);
    return isAnswer(answer) ? [[fact, answer] as const] : [];
  });
  return Object.fromEntries(entries);
}

function flowsOf(cell: Cell, elements: ReadonlySet<string>, taken: Set<string>, losses: Losses) {
  if (cell.kind !== 'flow') return [];
  const from = cell.cell.source?.cell ?? cell.cell.source?.id;
  const to = cell.cell.target?.cell ?? cell.cell.target?.id;
  if (!from || !to || !elements.has(from) || !elements.has(to)) {
    losses.add(`"${cell.label}"`, 'A flow whose ends are not both joined to an element was left out.');
    return [];
  }
  const protocol = stringAt(cell.fields, 'protocol').slice(0, 80);
  const there = { ...commonOf(cell, losses), from, to, protocol, facts: factsOf(cell, 'flow') };
  if (cell.fields.isBidirectional !== true) return [there];
  losses.add(`"${cell.label}"`, 'A flow in both directions becomes two flows.');
  return [there, { ...there, id: freshId(`${there.id}-back`, taken), from: to, to: from }];
}

function freshId(wanted: string, taken: Set<string>): string {
  let id = wanted.slice(0, 80);
  for (let count = 2; taken.has(id); count += 1) id = `${wanted.slice(0, 75)}-${count}`;
  taken.add(id);
  return id;
}

function boundaryOf(id: string, box: Box, cells: readonly Cell[], boxes: readonly NamedBox[]) {
  const cell = cells.find((one) => one.cell.id === id);
  const description = cell ? stringAt(cell.fields, 'description').slice(0, 4000) : '';
  return {
    id,
    label: cell?.label ?? 'Unnamed boundary',
    description,
    parent: innermostAround(box, boxes, id),
  };
}
