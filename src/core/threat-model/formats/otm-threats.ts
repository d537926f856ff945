import { groupedBy } from '../model-index.ts';
import { addUnread, type Losses } from './losses.ts';
import type { OtmFile } from './otm-schema.ts';
import { foreignFields, ownFields, ownNames } from './own-attributes.ts';
import { labelOf, strideNamed, textOf } from './texts.ts';

type OtmThreat = NonNullable<OtmFile['threats']>[number];
type Use = {
  readonly place: string;
  readonly threat: string;
  readonly state: string;
  readonly mitigations: readonly { readonly id: string; readonly state: string }[];
};

const readOfThreat = new Set('id name description categories cwes risk attributes'.split(' '));
const readOfMitigation = new Set('id name description riskReduction attributes'.split(' '));
const states: readonly (readonly [RegExp, 'mitigated' | 'accepted' | 'transferred'])[] = [
  [/mitigat|avoid|not-?applic|hidden/i, 'mitigated'],
  [/accept/i, 'accepted'],
  [/transfer/i, 'transferred'],
];

/** Threats in order of risk, or in the order that Hotseat has kept, and the mitigations against them. */
export function readOtmThreats(file: OtmFile, places: ReadonlySet<string>, losses: Losses) {
  const uses = usesIn(file, places);
  const byThreat = groupedBy(uses, ({ threat }) => threat);
  const threats = (file.threats ?? []).map((threat) =>
    threatOf(threat, byThreat.get(threat.id) ?? [], losses),
  );
  return { threats: inOrder(threats, file), mitigations: mitigationsOf(file, uses, losses) };
}

function usesIn({ components, dataflows }: OtmFile, places: ReadonlySet<string>): Use[] {
  return [...(components ?? []), ...(dataflows ?? [])].flatMap(({ id, threats }) =>
    (threats ?? []).map(({ threat, state, mitigations }) => ({
      place: places.has(id) ? id : '',
      threat,
      state: state ?? '',
      mitigations: (mitigations ?? []).flatMap((measure) =>
        measure?.mitigation ? [{ id: measure.mitigation, state: measure.state ?? '' }] : [],
      ),
    })),
  );
}

const levelOf = (percent: number | null | undefined): number | null =>
  percent === null || percent === undefined ? null : Math.min(5, Math.max(1, Math.ceil(percent / 20)));

function threatOf(threat: OtmThreat, uses: readonly Use[], losses: Losses) {
  const title = labelOf(threat.name, 'Unnamed threat', losses);
  const where = `the threat "${title}"`;
  addUnread(losses, where, threat, readOfThreat);
  for (const name of foreignFields(threat.attributes))
    losses.add(where, `The attribute "${name}" has no place.`);
  const own = ownFields(threat.attributes, ownNames.threat);
  const categories = (threat.categories ?? []).flatMap((category) => category ?? []);
  const [stride, ...more] = [...new Set(categories.flatMap((category) => strideNamed(category) ?? []))];
  if (more.length > 0) losses.add(where, `Of several categories ${stride} is kept.`);
  if (!stride && !own.stride)
    losses.add(where, 'A threat without a STRIDE category becomes information disclosure.');
  addUnread(losses, where, threat.risk ?? {}, new Set(['likelihood', 'impact']));
  const cwes = (threat.cwes ?? []).filter(Boolean).join(', ');
  return {
    id: threat.id,
    title,
    stride: stride ?? 'information-disclosure',
    on: [...new Set(uses.map(({ place }) => place).filter(Boolean))],
    likelihood: levelOf(threat.risk?.likelihood),
    impact: levelOf(threat.risk?.impact),
    status: states.find(([pattern]) => uses.some(({ state }) => pattern.test(state)))?.[1] ?? 'open',
    notes: textOf(where, losses, threat.description, cwes),
    ...own,
  };
}

type Ranked = { readonly id: string; readonly likelihood?: unknown; readonly impact?: unknown };

function inOrder<T extends Ranked>(threats: readonly T[], { project }: OtmFile): T[] {
  const { threatOrder } = ownFields(project.attributes, ['threatOrder']);
  const kept = Array.isArray(threatOrder) ? new Map(threatOrder.map((id, rank) => [id, rank])) : undefined;
  const number = (value: unknown): number => (typeof value === 'number' ? value : 1);
  const risk = ({ likelihood, impact }: Ranked): number => number(likelihood) * number(impact);
  return [...threats].sort((a, b) =>
    kept ? (kept.get(a.id) ?? threats.length) - (kept.get(b.id) ?? threats.length) : risk(b) - risk(a),
  );
}

function mitigationsOf({ mitigations }: OtmFile, uses: readonly Use[], losses: Losses) {
  return (mitigations ?? []).map((mitigation) => {
    const title = labelOf(mitigation.name, 'Unnamed mitigation', losses);
    const where = `the mitigation "${title}"`;
    addUnread(losses, where, mitigation, readOfMitigation);
    for (const name of foreignFields(mitigation.attributes))
      losses.add(where, `The attribute "${name}" has no place.`);
    const own = ownFields(mitigation.attributes, ownNames.mitigation);
    if (Object.keys(own).length === 0) losses.add(where, 'Figures of risk reduction have no place.');
    const used = uses.flatMap((use) =>
      use.mitigations
        .filter(({ id }) => id === mitigation.id)
        .map(({ state }) => ({ state, threat: use.threat })),
    );
    return {
      id: mitigation.id,
      title,
      description: textOf(where, losses, mitigation.description),
      status: statusOf(used.map(({ state }) => state)),
      threats: [...new Set(used.map(({ threat }) => threat))],
      ...own,
    };
  });
}

/** In place only where it is so everywhere. */
function statusOf(states: readonly string[]): 'in-place' | 'planned' | 'proposed' {
  if (states.length > 0 && states.every((state) => /implement|in-place|done/i.test(state))) return 'in-place';
  return states.some((state) => /required|planned|implement/i.test(state)) ? 'planned' : 'proposed';
}
