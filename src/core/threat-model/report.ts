import type { Analysis, OpenFact } from './analyze.ts';
import { countByStride } from './analyze.ts';
import type { Threat, ThreatModel } from './document.ts';
import { statementText } from './formats/statement.ts';
import { strideNames } from './formats/texts.ts';
import { indexModel } from './model-index.ts';

/** A model and what the rules say of it as a Markdown document that stands alone. */
export function reportOf(model: ThreatModel, analysis: Analysis): string {
  const sections = [
    [`# ${inline(model.title)}`, inline(model.description)],
    ['## System', ...zoneTree(model)],
    ['## Flows', ...flowTable(model)],
    ['## Threats', ...threatsOf(model)],
    ['## Mitigations', ...mitigationTable(model)],
    ['## What the rules find', ...findings(analysis)],
    ['## Questions that are open', ...questionsOf(model, analysis.questions)],
    ['## Assumptions', ...bullets(model.assumptions.map(({ text }) => text))],
    ['## Residual risk', inline(model.residualRisk) || 'Nothing is written down.'],
    ['## Trade-offs', inline(model.tradeOffs) || 'Nothing is written down.'],
  ];
  return `${sections.map((lines) => lines.filter((line) => line !== '').join('\n\n')).join('\n\n')}\n`;
}

/** Text of a model as Markdown text: one line, and nothing in it is markup. */
function inline(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()#+!|<>~&-]/g, (sign) =>
      sign === '<' ? '&lt;' : sign === '&' ? '&amp;' : `\\${sign}`,
    );
}

const bullets = (lines: readonly string[]): string[] =>
  lines.length === 0 ? ['None.'] : [lines.map((line) => `- ${inline(line)}`).join('\n')];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** What stands where, boundaries in boundaries. */
function zoneTree(model: ThreatModel): string[] {
  const lines = (inside: string | null, depth: number): string[] => [
    ...model.elements
      .filter(({ boundary }) => boundary === inside)
      .map(
        ({ kind, label, inScope }) =>
          `${'  '.repeat(depth)}- ${kind} ${inline(label)}${inScope ? '' : ' (out of scope)'}`,
      ),
    ...model.boundaries
      .filter(({ parent }) => parent === inside)
      .flatMap(({ id, label }) => [
        `${'  '.repeat(depth)}- **trust boundary ${inline(label)}**`,
        ...lines(id, depth + 1),
      ]),
  ];
  const tree = lines(null, 0);
  return [tree.length === 0 ? 'The model is empty.' : tree.join('\n')];
}

function flowTable(model: ThreatModel): string[] {
  if (model.flows.length === 0) return ['There are none.'];
  const index = indexModel(model);
  const name = (id: string): string => inline(index.elements.get(id)?.label ?? id);
  const rows = model.flows.map((flow) => [
    `${name(flow.from)} → ${name(flow.to)}`,
    inline(flow.label),
    inline(flow.protocol),
    [
      ...index.left(flow).map((label) => `leaves ${inline(label)}`),
      ...index.entered(flow).map((label) => `enters ${inline(label)}`),
    ].join(', '),
    Object.entries(flow.facts)
      .map(([fact, answer]) => `${fact}: ${answer}`)
      .join(', '),
  ]);
  return [table(['from → to', 'flow', 'protocol', 'trust boundaries', 'facts'], rows)];
}

function threatsOf(model: ThreatModel): string[] {
  if (model.threats.length === 0) return ['None is written down.'];
  const names = new Map([...model.elements, ...model.flows].map(({ id, label }) => [id, label]));
  return [
    'In order of priority.',
    ...model.threats.map((threat, index) => oneThreat(threat, index, names, model)),
  ];
}

function oneThreat(
  threat: Threat,
  index: number,
  names: ReadonlyMap<string, string>,
  { mitigations }: ThreatModel,
): string {
  const level = (value: number | null): string => (value === null ? 'not rated' : `${value} of 5`);
  const against = mitigations.filter(({ threats }) => threats.includes(threat.id));
  const lines = [
    `### ${index + 1}. ${inline(threat.title)}`,
    `${strideNames[threat.stride]}; likelihood ${level(threat.likelihood)}, impact ${level(threat.impact)}; ${threat.status}. On: ${
      threat.on.map((id) => inline(names.get(id) ?? id)).join(', ') || 'nothing'
    }.`,
    inline(statementText(threat)),
    against.length > 0 ? `Against it: ${against.map(({ title }) => inline(title)).join('; ')}.` : '',
  ];
  return lines.filter(Boolean).join('\n\n');
}

function mitigationTable({ mitigations, elements, flows, boundaries }: ThreatModel): string[] {
  if (mitigations.length === 0) return ['None is written down.'];
  const names = new Map([...elements, ...flows, ...boundaries].map(({ id, label }) => [id, label]));
  const rows = mitigations.map(({ title, kind, status, at }) => [
    inline(title),
    kind,
    status,
    at.map((id) => inline(names.get(id) ?? id)).join(', '),
  ]);
  return [table(['mitigation', 'kind', 'status', 'where'], rows)];
}

function findings({ threats }: Analysis): string[] {
  if (threats.length === 0) return ['No rule fires on the facts that are known.'];
  const counts = Object.entries(countByStride(threats)).map(([stride, count]) => `${stride} ${count}`);
  return [
    `${threats.length} findings: ${counts.join(', ')}.`,
    ...threats.map(({ rule, label, because }) =>
      [
        `### ${inline(rule.title)}: ${inline(label)}`,
        `${strideNames[rule.stride]}, rule \`${rule.id}\`${identifiers(rule.cwe, rule.capec)}. ${inline(rule.explanation)}`,
        bullets(because).join('\n'),
        `Candidates against it:\n\n${rule.mitigations
          .map(
            ({ title, kind, asvs }) =>
              `- ${inline(title)} (${[kind, ...asvs.map((id) => `ASVS ${id}`)].join(', ')})`,
          )
          .join('\n')}`,
        `No threat when: ${inline(rule.falsePositive)}`,
      ].join('\n\n'),
    ),
  ];
}

const identifiers = (cwe: readonly number[], capec: readonly number[]): string =>
  [...cwe.map((id) => `CWE-${id}`), ...capec.map((id) => `CAPEC-${id}`)].map((id) => `, ${id}`).join('');

function questionsOf(model: ThreatModel, open: readonly OpenFact[]): string[] {
  const own = model.questions.map(({ text, answer }) => (answer ? `${text} Answer: ${answer}` : text));
  return bullets([...own, ...open.map(({ question }) => question)]);
}
