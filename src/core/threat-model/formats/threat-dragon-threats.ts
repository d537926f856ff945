import { addUnread, type Losses } from './losses.ts';
import { labelOf, strideNamed, textOf } from './texts.ts';
import type { DragonCell, DragonThreat } from './threat-dragon-schema.ts';

type Place = { readonly cell: DragonCell; readonly label: string; readonly isKept: boolean };

const read = new Set(
  'id threatId title type status severity description mitigation modelType number new score ruleId'.split(
    ' ',
  ),
);
const impacts: Readonly<Record<string, number>> = { low: 2, medium: 3, high: 4, critical: 5 };
const statuses: Readonly<Record<string, 'open' | 'mitigated' | 'accepted' | 'transferred'>> = {
  open: 'open',
  mitigated: 'mitigated',
  accepted: 'accepted',
  transferred: 'transferred',
  eliminated: 'mitigated',
  avoided: 'mitigated',
};

/** The threats of all cells in order of severity, with a mitigation for each that has one. */
export function readDragonThreats(places: readonly Place[], losses: Losses) {
  const taken = new Set<string>();
  const read = places.flatMap((place) => threatsOn(place, taken, losses));
  const bySeverity = read.sort((a, b) => (b.threat.impact ?? 0) - (a.threat.impact ?? 0));
  return {
    threats: bySeverity.map(({ threat }) => threat),
    mitigations: bySeverity.flatMap(({ mitigation }) => mitigation),
  };
}

/** Its schema has threats on the cell, its own files have them in the data of the cell. */
function threatsOn({ cell, label, isKept }: Place, taken: Set<string>, losses: Losses) {
  const inData = cell.data?.threats ?? [];
  const known = new Set(inData.map((threat) => JSON.stringify(threat)));
  const onCell = (cell.threats ?? []).filter((threat) => !known.has(JSON.stringify(threat)));
  return [...inData, ...onCell].map((threat, index) => {
    if (!isKept) losses.add(`"${label}"`, 'Threats on what was left out are kept without a place.');
    return readThreat(threat, { id: `${cell.id}-${index + 1}`, on: isKept ? [cell.id] : [] }, taken, losses);
  });
}

function readThreat(
  threat: DragonThreat,
  place: { readonly id: string; readonly on: readonly string[] },
  taken: Set<string>,
  losses: Losses,
) {
  const title = labelOf(threat.title, 'Unnamed threat', losses);
  const where = `the threat "${title}"`;
  addUnread(losses, where, threat, read);
  const stride = strideNamed(threat.type ?? '');
  if (!stride) losses.add(where, `The type "${threat.type}" becomes information disclosure.`);
  const status = statuses[(threat.status ?? 'open').toLowerCase()];
  if (!status) losses.add(where, `The status "${threat.status}" becomes accepted.`);
  const id = freshId(threat.id ?? threat.threatId ?? place.id, place.id, taken);
  const score = typeof threat.score === 'string' && threat.score !== '' ? `Score: ${threat.score}` : '';
  return {
    threat: {
      id,
      title,
      stride: stride ?? 'information-disclosure',
      on: [...place.on],
      impact: impacts[(threat.severity ?? '').toLowerCase()] ?? null,
      status: status ?? 'accepted',
      notes: textOf(where, losses, threat.description, score),
    },
    mitigation: mitigationOf(threat, id, status === 'mitigated', losses),
  };
}

function mitigationOf({ mitigation }: DragonThreat, threat: string, isDone: boolean, losses: Losses) {
  const text = mitigation?.trim() ?? '';
  if (text === '') return [];
  const [first = ''] = text.split(/\n|(?<=[.!?])\s/);
  const title = labelOf(first.slice(0, 200), 'Mitigation', losses);
  const description = text === title ? '' : textOf(`the mitigation "${title}"`, losses, text);
  const id = `${threat.slice(0, 60)}-mitigation`;
  return [{ id, title, description, status: isDone ? 'in-place' : 'proposed', threats: [threat] }];
}

/** Copied cells carry the ids of the threats of their originals. */
function freshId(own: string, byPlace: string, taken: Set<string>): string {
  let id = (taken.has(own) || own === '' ? byPlace : own).slice(0, 60);
  for (let count = 2; taken.has(id); count += 1) id = `${byPlace.slice(0, 55)}-${count}`;
  taken.add(id);
  return id;
}
