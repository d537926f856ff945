import type { Answer } from '#core/content/threat-model-vocabulary.ts';
import type { Element, Flow, Threat, ThreatModel, TrustBoundary } from '../document.ts';
import type { Loss } from '../model-problem.ts';
import { arranged } from './arrange.ts';
import { Losses } from './losses.ts';
import type { Box } from './nesting.ts';
import { statementText } from './statement.ts';
import { strideNames } from './texts.ts';
import { threatDragonFlags } from './threat-dragon-flags.ts';

type Thing = Element | (Flow & { readonly kind: 'flow' });
type Writing = {
  readonly model: ThreatModel;
  readonly losses: Losses;
  readonly boxes: ReadonlyMap<string, Box>;
  readonly idOf: (id: string) => string;
  readonly numbers: ReadonlyMap<string, number>;
};

const version = '2.3.0';
const statuses = {
  open: 'Open',
  mitigated: 'Mitigated',
  accepted: 'Accepted',
  transferred: 'Transferred',
} as const;
const types = { actor: 'tm.Actor', process: 'tm.Process', store: 'tm.Store', flow: 'tm.Flow' } as const;

/** Writes a model as a file of OWASP Threat Dragon 2, with one diagram, and lists what it cannot show. */
export function writeThreatDragon(model: ThreatModel): { file: object; losses: readonly Loss[] } {
  const losses = new Losses();
  const numbers = new Map(model.threats.map(({ id }, index) => [id, index + 1]));
  const writing = { model, losses, boxes: arranged(model), idOf: idsFor(model), numbers };
  tellOfModel(model, losses);
  const flows = model.flows.map((flow) => ({ ...flow, kind: 'flow' as const }));
  const cells = [
    ...model.boundaries.map((boundary) => boundaryCell(boundary, writing)),
    ...model.elements.map((element) => elementCell(element, writing)),
    ...flows.map((flow) => flowCell(flow, writing)),
  ];
  const diagram = {
    id: 0,
    title: model.title,
    diagramType: 'STRIDE',
    placeholder: 'New STRIDE diagram description',
    thumbnail: './public/content/images/thumbnail.stride.jpg',
    version,
    cells,
  };
  const file = {
    version,
    summary: { title: model.title, owner: '', description: model.description, id: 0 },
    detail: {
      contributors: [],
      diagrams: [diagram],
      diagramTop: 1,
      reviewer: '',
      threatTop: model.threats.length,
    },
  };
  return { file, losses: losses.list() };
}

/** Ids of the format have two characters or more. */
function idsFor({ elements, flows, boundaries }: ThreatModel): (id: string) => string {
  const taken = new Set([...elements, ...flows, ...boundaries].map(({ id }) => id));
  return (id) => {
    if (id.length > 1) return id;
    let longer = `id-${id}`;
    while (taken.has(longer)) longer = `id-${longer}`;
    return longer;
  };
}

function tellOfModel(model: ThreatModel, losses: Losses): void {
  const parts = [
    ['assumptions', model.assumptions.length],
    ['open questions', model.questions.length],
    ['residual risk', model.residualRisk.length],
    ['trade-offs', model.tradeOffs.length],
    ['dismissed findings', model.dismissed.length],
  ] as const;
  for (const [what, size] of parts) if (size > 0) losses.add('the model', `Threat Dragon has no ${what}.`);
  for (const { title, on } of model.threats) {
    if (on.length === 0) losses.add(`the threat "${title}"`, 'A threat without an element was left out.');
    if (on.length > 1) losses.add(`the threat "${title}"`, 'A threat on several elements stands on each.');
  }
  for (const { title, threats, at } of model.mitigations) {
    const where = `the mitigation "${title}"`;
    if (threats.length === 0) losses.add(where, 'A mitigation without a threat was left out.');
    if (at.length > 0) losses.add(where, 'Where a mitigation is built has no place.');
  }
  if (model.mitigations.length > 0)
    losses.add('mitigations', 'Mitigations become text of their threats, without kind and status.');
}

function boundaryCell({ id, label, description }: TrustBoundary, { boxes, idOf }: Writing) {
  return {
    ...frameOf(boxes.get(id)),
    attrs: { label: { text: label }, body: { stroke: '#333333', strokeWidth: 1.5, strokeDasharray: '10 5' } },
    visible: true,
    shape: 'trust-boundary-box',
    zIndex: -1,
    id: idOf(id),
    data: { type: 'tm.BoundaryBox', name: label, description, isTrustBoundary: true, hasOpenThreats: false },
  };
}

const frameOf = (box: Box | undefined) => {
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 160, height: 80 };
  return { position: { x, y }, size: { width: Math.max(10, width), height: Math.max(10, height) } };
};

function strokeOf(isOpen: boolean, inScope: boolean) {
  return {
    stroke: isOpen ? 'red' : '#333333',
    strokeWidth: isOpen ? 2.5 : 1.5,
    strokeDasharray: inScope ? 'none' : '4 3',
  };
}

function elementCell(element: Element, writing: Writing) {
  const data = dataOf(element, writing);
  const stroke = strokeOf(data.hasOpenThreats, element.inScope);
  const lines = element.kind === 'store' ? { topLine: stroke, bottomLine: stroke } : { body: stroke };
  return {
    ...frameOf(writing.boxes.get(element.id)),
    attrs: { text: { text: element.label }, ...lines },
    visible: true,
    shape: element.kind,
    zIndex: 1,
    id: writing.idOf(element.id),
    data,
  };
}

function flowCell(flow: Flow & { readonly kind: 'flow' }, writing: Writing) {
  const data = { ...dataOf(flow, writing), protocol: flow.protocol, isBidirectional: false };
  const line = strokeOf(data.hasOpenThreats, flow.inScope);
  return {
    shape: 'flow',
    attrs: { line: { ...line, targetMarker: { name: 'block' }, sourceMarker: { name: '' } } },
    width: 200,
    height: 100,
    zIndex: 10,
    connector: 'smooth',
    labels: [{ attrs: { labelText: { text: flow.label } }, position: 0.5 }],
    id: writing.idOf(flow.id),
    source: { cell: writing.idOf(flow.from) },
    target: { cell: writing.idOf(flow.to) },
    vertices: [],
    data,
  };
}

function dataOf(thing: Thing, { model, losses, numbers }: Writing) {
  const own = model.threats.filter(({ on }) => on.includes(thing.id));
  const facts: Readonly<Partial<Record<string, Answer>>> = thing.facts;
  return {
    type: types[thing.kind],
    name: thing.label,
    description: thing.description,
    outOfScope: !thing.inScope,
    reasonOutOfScope: '',
    isTrustBoundary: false,
    hasOpenThreats: own.some(({ status }) => status === 'open'),
    ...flagsOf(thing, facts),
    ...hiddenFacts(thing, facts, losses),
    threats: own.map((threat) => threatOf(threat, model, numbers, losses)),
  };
}

function flagsOf(thing: Thing, facts: Readonly<Partial<Record<string, Answer>>>): Record<string, boolean> {
  const own = threatDragonFlags.filter(({ kind }) => kind === thing.kind);
  return Object.fromEntries(own.map(({ flag, fact, set }) => [flag, facts[fact] === set]));
}

/** Facts without a check box travel in a field of their own, which Threat Dragon keeps and does not show. */
function hiddenFacts(thing: Thing, facts: Readonly<Partial<Record<string, Answer>>>, losses: Losses) {
  const shown = threatDragonFlags.filter(({ kind, fact, set }) => kind === thing.kind && facts[fact] === set);
  const hidden = Object.keys(facts).filter((fact) => shown.every((flag) => flag.fact !== fact));
  for (const fact of hidden)
    losses.add(`"${thing.label}"`, `Threat Dragon does not show the fact "${fact}"; the file keeps it.`);
  return Object.keys(facts).length > 0 ? { hotseat: { facts } } : {};
}

function threatOf(
  threat: Threat,
  { mitigations }: ThreatModel,
  numbers: ReadonlyMap<string, number>,
  losses: Losses,
) {
  const against = mitigations.filter(({ threats }) => threats.includes(threat.id));
  if (threat.likelihood !== null) losses.add(`the threat "${threat.title}"`, 'Likelihood has no place.');
  if (threat.rule !== null) losses.add(`the threat "${threat.title}"`, 'The rule of a threat has no place.');
  return {
    id: threat.id,
    threatId: threat.id.padStart(2, '0'),
    title: threat.title,
    status: statuses[threat.status],
    severity: severityOf(threat.impact),
    type: strideNames[threat.stride],
    description: statementText(threat),
    mitigation: against.map(({ title, description }) => description || title).join('\n\n'),
    modelType: 'STRIDE',
    number: numbers.get(threat.id) ?? 0,
    score: '',
  };
}

function severityOf(impact: number | null): string {
  if (impact === null) return 'TBD';
  if (impact >= 5) return 'Critical';
  if (impact === 4) return 'High';
  return impact === 3 ? 'Medium' : 'Low';
}
