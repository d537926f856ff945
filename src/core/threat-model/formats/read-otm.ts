import type { Candidate } from '../model-problem.ts';
import { addUnread, Losses } from './losses.ts';
import { otmLayout } from './otm-layout.ts';
import type { OtmComponent, OtmFile, OtmFlow, OtmZone } from './otm-schema.ts';
import { readOtmThreats } from './otm-threats.ts';
import { foreignFields, outsideZone, ownFields, ownNames } from './own-attributes.ts';
import { labelOf, textOf } from './texts.ts';

const read = new Set(
  'id name type description parent representations threats attributes source destination bidirectional risk'.split(
    ' ',
  ),
);
const kinds: readonly (readonly [RegExp, 'actor' | 'store'])[] = [
  [/actor|user|person|human|customer|web-?client|browser|mobile-?device|external|third-?party/i, 'actor'],
  [
    /store|storage|database|\bdb\b|\brds\b|\bs3\b|dynamo|bucket|queue|\bsqs\b|cache|redis|table|volume|warehouse|secret|vault|file|\blog\b|kms/i,
    'store',
  ],
];

/** Makes a model of an Open Threat Model file, and tells what has no place in it. */
export function readOtm(file: OtmFile): Candidate {
  const losses = new Losses();
  tellOfHead(file, losses);
  const parts = file.components ?? [];
  const zones = (file.trustZones ?? []).filter(({ id }) => id !== outsideZone);
  const zoneOf = zoneFinder(parts, zones);
  const components = new Set(parts.map(({ id }) => id));
  const taken = new Set([...parts, ...zones, ...(file.dataflows ?? [])].map(({ id }) => id));
  const flows = (file.dataflows ?? []).flatMap((flow) => flowsOf(flow, components, taken, losses));
  const places = new Set([...components, ...flows.map(({ id }) => id)]);
  const model = {
    version: 1,
    title: labelOf(file.project.name, 'Threat model', losses),
    description: textOf('project', losses, file.project.description),
    elements: parts.map((part) => elementOf(part, zoneOf(part), losses)),
    flows,
    boundaries: zones.map((zone) => boundaryOf(zone, zoneOf(zone), losses)),
    ...readOtmThreats(file, places, losses),
    layout: otmLayout(file, losses),
    ...projectFields(file),
  };
  return { model, losses: losses.list() };
}

function projectFields({ project }: OtmFile) {
  const { threatOrder: _, ...fields } = ownFields(project.attributes, ownNames.project);
  return fields;
}

function tellOfHead(file: OtmFile, losses: Losses): void {
  const known = new Set(
    'otmVersion project trustZones components dataflows threats mitigations representations'.split(' '),
  );
  addUnread(losses, 'the file', file, known);
  addUnread(losses, 'project', file.project, new Set(['name', 'id', 'description', 'attributes']));
  tellOfAttributes('project', file.project.attributes, losses);
  const representations = Array.isArray(file.representations) ? file.representations.length : 0;
  if (representations > 1)
    losses.add('representations', 'Of several representations only one layout is kept.');
}

const tellOfAttributes = (where: string, attributes: OtmZone['attributes'], losses: Losses): void => {
  for (const name of foreignFields(attributes)) losses.add(where, `The attribute "${name}" has no place.`);
};

/** A component inside a component stands in the zone of the outermost of them. */
function zoneFinder(parts: readonly OtmComponent[], zones: readonly OtmZone[]) {
  const parents = new Map([...parts, ...zones].map(({ id, parent }) => [id, parent]));
  const isZone = new Set(zones.map(({ id }) => id));
  return ({ id }: { readonly id: string }): string | null => {
    const seen = new Set([id]);
    for (let at = parents.get(id); at; ) {
      if (at.trustZone) return isZone.has(at.trustZone) ? at.trustZone : null;
      if (!at.component || seen.has(at.component)) return null;
      seen.add(at.component);
      at = parents.get(at.component);
    }
    return null;
  };
}

function commonOf(thing: OtmComponent | OtmZone | OtmFlow, fallback: string, losses: Losses) {
  const label = labelOf(thing.name, fallback, losses);
  addUnread(losses, `"${label}"`, thing, read);
  tellOfAttributes(`"${label}"`, thing.attributes, losses);
  return { id: thing.id, label, description: textOf(`"${label}"`, losses, thing.description) };
}

function elementOf(part: OtmComponent, boundary: string | null, losses: Losses) {
  const own = ownFields(part.attributes, ownNames.component);
  const common = commonOf(part, 'Unnamed component', losses);
  const kind = own.kind ?? kindOf(part.type);
  if (part.type !== kind)
    losses.add(`"${common.label}"`, `The component type "${part.type}" becomes ${kind}.`);
  if (part.parent?.component)
    losses.add(`"${common.label}"`, 'Components inside components stand side by side.');
  return { ...common, kind, boundary, ...own };
}

const kindOf = (type: string): 'actor' | 'process' | 'store' =>
  kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'process';

function boundaryOf(zone: OtmZone, parent: string | null, losses: Losses) {
  const common = commonOf(zone, 'Unnamed zone', losses);
  const rating =
    typeof zone.risk === 'object' && zone.risk !== null && !ownFields(zone.attributes, ['zone']).zone;
  if (rating) losses.add(`"${common.label}"`, 'Trust ratings of zones have no place.');
  if (typeof zone.type === 'string' && zone.type !== 'trust-zone')
    losses.add(`"${common.label}"`, 'Types of zones have no place.');
  return { ...common, parent };
}

function flowsOf(flow: OtmFlow, components: ReadonlySet<string>, taken: Set<string>, losses: Losses) {
  const common = commonOf(flow, 'Unnamed flow', losses);
  const { source: from, destination: to } = flow;
  if (!components.has(from) || !components.has(to)) {
    losses.add(`"${common.label}"`, 'A flow that begins or ends at a trust zone was left out.');
    return [];
  }
  const there = { ...common, from, to, ...ownFields(flow.attributes, ownNames.dataflow) };
  if (!flow.bidirectional) return [there];
  losses.add(`"${common.label}"`, 'A flow in both directions becomes two flows.');
  let back = `${flow.id.slice(0, 74)}-back`;
  while (taken.has(back)) back = `${back.slice(0, 78)}-x`;
  taken.add(back);
  return [there, { ...there, id: back, from: to, to: from }];
}
