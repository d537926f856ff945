import type { Threat, ThreatModel } from '../document.ts';
import type { Loss } from '../model-problem.ts';
import { Losses } from './losses.ts';
import { outsideZone, withOwnFields } from './own-attributes.ts';
import { statementText } from './statement.ts';
import { strideNames } from './texts.ts';

const states = {
  open: 'exposed',
  mitigated: 'mitigated',
  accepted: 'accepted',
  transferred: 'transferred',
} as const;
const measureStates = { proposed: 'recommended', planned: 'required', 'in-place': 'implemented' } as const;
const diagram = 'diagram';
/** The format demands a figure; 50 of 100 says nothing either way. */
const neutral = 50;

/**
 * Writes a model as Open Threat Model 0.2. What the format has no field for travels in `attributes`, which other
 * tools keep and do not show; the list says what that is.
 */
export function writeOtm(model: ThreatModel): { file: object; losses: readonly Loss[] } {
  const losses = new Losses();
  tellOfModel(model, losses);
  const file = {
    otmVersion: '0.2.0',
    project: projectOf(model),
    representations: [{ name: model.title, id: diagram, type: 'diagram', size: sizeOf(model) }],
    trustZones: zonesOf(model),
    components: model.elements.map((element) => ({
      id: element.id,
      name: element.label,
      type: element.kind,
      description: element.description,
      parent: { trustZone: element.boundary ?? outsideZone },
      ...representationOf(element.id, element.boundary, model),
      threats: threatsOn(element.id, model),
      ...withOwnFields({ kind: element.kind, facts: element.facts, inScope: element.inScope }),
    })),
    dataflows: model.flows.map((flow) => ({
      id: flow.id,
      name: flow.label,
      description: flow.description,
      bidirectional: false,
      source: flow.from,
      destination: flow.to,
      threats: threatsOn(flow.id, model),
      ...withOwnFields({ facts: flow.facts, inScope: flow.inScope, protocol: flow.protocol }),
    })),
    threats: model.threats.map(threatOf),
    mitigations: model.mitigations.map(({ id, title, description, kind, status, threats, at }) => ({
      id,
      name: title,
      description,
      riskReduction: neutral,
      ...withOwnFields({ kind, status, threats, at }),
    })),
  };
  return { file, losses: losses.list() };
}

function tellOfModel(model: ThreatModel, losses: Losses): void {
  const kept = (what: string): void =>
    losses.add('the model', `The Open Threat Model has no ${what}; the file keeps them as attributes.`);
  const parts = {
    assumptions: model.assumptions,
    questions: model.questions,
    'dismissed findings': model.dismissed,
  };
  for (const [what, list] of Object.entries(parts)) if (list.length > 0) kept(what);
  if (model.residualRisk || model.tradeOffs) kept('words on residual risk and trade-offs');
  const things = [...model.elements, ...model.flows];
  if (things.some(({ facts }) => Object.keys(facts).length > 0)) kept('facts of elements and flows');
  if (things.some(({ inScope }) => !inScope)) kept('elements and flows out of scope');
  if (model.flows.some(({ protocol }) => protocol !== '')) kept('protocols of flows');
  if (model.threats.length > 0) kept('order of priority, notes and statements of threats');
  if (model.threats.some(({ impact }) => impact === null))
    losses.add('threats', `The format demands an impact: ${neutral} stands where there is none.`);
  if (model.mitigations.length > 0)
    losses.add('mitigations', `The format demands a risk reduction: ${neutral} stands for all.`);
  if (model.mitigations.some(({ at, kind }) => at.length > 0 || kind !== 'prevents'))
    kept('kinds and places of mitigations');
}

function projectOf(model: ThreatModel) {
  const { assumptions, questions, residualRisk, tradeOffs, dismissed, layout } = model;
  const threatOrder = model.threats.map(({ id }) => id);
  return {
    name: model.title,
    id: 'threat-model',
    description: model.description,
    ...withOwnFields({ assumptions, questions, residualRisk, tradeOffs, dismissed, layout, threatOrder }),
  };
}

function zonesOf(model: ThreatModel) {
  const zones = model.boundaries.map(({ id, label, description, parent }) => ({
    id,
    name: label,
    type: 'trust-zone',
    description,
    risk: { trustRating: neutral },
    ...(parent !== null && { parent: { trustZone: parent } }),
    ...representationOf(id, parent, model),
    ...withOwnFields({ zone: true }),
  }));
  const outside = {
    id: outsideZone,
    name: 'Outside of all boundaries',
    type: 'trust-zone',
    risk: { trustRating: 0 },
    ...withOwnFields({ zone: true }),
  };
  return model.elements.some(({ boundary }) => boundary === null) ? [...zones, outside] : zones;
}

/** Positions count from the corner of the zone around. */
function representationOf(id: string, zone: string | null, { layout }: ThreatModel) {
  const box = layout[id];
  if (!box) return {};
  const corner = (zone === null ? undefined : layout[zone]) ?? { x: 0, y: 0 };
  const position = { x: box.x - corner.x, y: box.y - corner.y };
  const size = { width: box.width, height: box.height };
  return { representations: [{ representation: diagram, id: `${id}-box`, position, size }] };
}

function sizeOf({ layout }: ThreatModel) {
  const boxes = Object.values(layout);
  return {
    width: Math.max(1000, ...boxes.map(({ x, width }) => x + width)),
    height: Math.max(1000, ...boxes.map(({ y, height }) => y + height)),
  };
}

function threatsOn(id: string, { threats, mitigations }: ThreatModel) {
  return threats
    .filter(({ on }) => on.includes(id))
    .map((threat) => ({
      threat: threat.id,
      state: states[threat.status],
      mitigations: mitigations
        .filter((mitigation) => mitigation.threats.includes(threat.id))
        .map((mitigation) => ({ mitigation: mitigation.id, state: measureStates[mitigation.status] })),
    }));
}

function threatOf(threat: Threat) {
  const { id, title, stride, statement, likelihood, impact, status, rule, notes, on } = threat;
  return {
    id,
    name: title,
    description: statementText(threat),
    categories: [strideNames[stride]],
    risk: {
      likelihood: likelihood === null ? null : likelihood * 20,
      impact: impact === null ? neutral : impact * 20,
    },
    ...withOwnFields({ stride, statement, likelihood, impact, status, rule, notes, on }),
  };
}
