import type { Analysis, OpenFact } from '../analyze.ts';
import { countByStride } from '../analyze.ts';
import type { Threat, ThreatModel } from '../document.ts';
import { statementText } from '../formats/statement.ts';
import { strideNames } from '../formats/texts.ts';
import { indexModel } from '../model-index.ts';
import { type Block, bullets, heading, type ListItem, paragraph } from './block.ts';

/** A model and what the rules say of it, in the order of reading. */
export const reportBlocks = (model: ThreatModel, analysis: Analysis): readonly Block[] => [
  heading(1, model.title),
  ...paragraph(model.description),
  heading(2, 'System'),
  ...system(model),
  heading(2, 'Flows'),
  flowTable(model),
  heading(2, 'Threats'),
  ...threatsOf(model),
  heading(2, 'Mitigations'),
  mitigationTable(model),
  heading(2, 'What the rules find'),
  ...findings(analysis),
  heading(2, 'Questions that are open'),
  questionsOf(model, analysis.questions),
  heading(2, 'Assumptions'),
  bullets(model.assumptions.map(({ text }) => text)),
  heading(2, 'Residual risk'),
  orNothing(model.residualRisk),
  heading(2, 'Trade-offs'),
  orNothing(model.tradeOffs),
];

const text = (words: string): Block => ({ kind: 'text', text: words });
const orNothing = (words: string): Block => text(words.trim() || 'Nothing is written down.');

/** The picture, and what stands where: boundaries in boundaries. */
function system(model: ThreatModel): readonly Block[] {
  const items = within(model, null, 0);
  return items.length === 0 ? [text('The model is empty.')] : [{ kind: 'diagram' }, { kind: 'list', items }];
}

function within(model: ThreatModel, inside: string | null, depth: number): readonly ListItem[] {
  const elements = model.elements.filter(({ boundary }) => boundary === inside);
  const boundaries = model.boundaries.filter(({ parent }) => parent === inside);
  return [
    ...elements.map(({ kind, label, inScope }) => ({
      ...{ text: `${kind} ${label}${inScope ? '' : ' (out of scope)'}`, depth, strong: false },
    })),
    ...boundaries.flatMap(({ id, label }) => [
      { text: `trust boundary ${label}`, depth, strong: true },
      ...within(model, id, depth + 1),
    ]),
  ];
}

function flowTable(model: ThreatModel): Block {
  if (model.flows.length === 0) return text('There are none.');
  const index = indexModel(model);
  const name = (id: string): string => index.elements.get(id)?.label ?? id;
  const rows = model.flows.map((flow) => [
    `${name(flow.from)} → ${name(flow.to)}`,
    flow.label,
    flow.protocol,
    [
      ...index.left(flow).map((label) => `leaves ${label}`),
      ...index.entered(flow).map((label) => `enters ${label}`),
    ].join(', '),
    Object.entries(flow.facts)
      .map(([fact, answer]) => `${fact.replaceAll('-', ' ')}: ${answer}`)
      .join(', '),
  ]);
  return { kind: 'table', head: ['from → to', 'flow', 'protocol', 'trust boundaries', 'facts'], rows };
}

function threatsOf(model: ThreatModel): readonly Block[] {
  if (model.threats.length === 0) return [text('None is written down.')];
  const names = new Map([...model.elements, ...model.flows].map(({ id, label }) => [id, label]));
  return [
    text('In order of priority.'),
    ...model.threats.flatMap((threat, index) => oneThreat(threat, index, names, model)),
  ];
}

function oneThreat(
  threat: Threat,
  index: number,
  names: ReadonlyMap<string, string>,
  { mitigations }: ThreatModel,
): readonly Block[] {
  const level = (value: number | null): string => (value === null ? 'not rated' : `${value} of 5`);
  const against = mitigations.filter(({ threats }) => threats.includes(threat.id));
  const places = threat.on.map((id) => names.get(id) ?? id).join(', ') || 'nothing';
  return [
    heading(3, `${index + 1}. ${threat.title}`),
    text(
      `${strideNames[threat.stride]}; likelihood ${level(threat.likelihood)}, impact ${level(threat.impact)}; ${threat.status}. On: ${places}.`,
    ),
    ...paragraph(statementText(threat)),
    ...paragraph(against.length > 0 ? `Against it: ${against.map(({ title }) => title).join('; ')}.` : ''),
  ];
}

function mitigationTable({ mitigations, elements, flows, boundaries }: ThreatModel): Block {
  if (mitigations.length === 0) return text('None is written down.');
  const names = new Map([...elements, ...flows, ...boundaries].map(({ id, label }) => [id, label]));
  const rows = mitigations.map(({ title, kind, status, at }) => [
    ...[title, kind, status],
    at.map((id) => names.get(id) ?? id).join(', '),
  ]);
  return { kind: 'table', head: ['mitigation', 'kind', 'status', 'where'], rows };
}

function findings({ threats }: Analysis): readonly Block[] {
  if (threats.length === 0) return [text('No rule fires on the facts that are known.')];
  const counts = Object.entries(countByStride(threats)).map(
    ([stride, count]) => `${stride.replaceAll('-', ' ')} ${count}`,
  );
  return [
    text(`${threats.length} findings: ${counts.join(', ')}.`),
    ...threats.flatMap(({ rule, label, because }): readonly Block[] => [
      heading(3, `${rule.title}: ${label}`),
      text(
        `${strideNames[rule.stride]}, rule ${rule.id}${identifiers(rule.cwe, rule.capec)}. ${rule.explanation}`,
      ),
      bullets(because),
      text('Candidates against it:'),
      bullets(
        rule.mitigations.map(
          ({ title, kind, asvs }) => `${title} (${[kind, ...asvs.map((id) => `ASVS ${id}`)].join(', ')})`,
        ),
      ),
      text(`No threat when: ${rule.falsePositive}`),
    ]),
  ];
}

const identifiers = (cwe: readonly number[], capec: readonly number[]): string =>
  [...cwe.map((id) => `CWE-${id}`), ...capec.map((id) => `CAPEC-${id}`)].map((id) => `, ${id}`).join('');

function questionsOf(model: ThreatModel, open: readonly OpenFact[]): Block {
  const own = model.questions.map((each) =>
    each.answer ? `${each.text} Answer: ${each.answer}` : each.text,
  );
  return bullets([...own, ...open.map(({ question }) => question)]);
}
