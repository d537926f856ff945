import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { type ThreatModel, threatModel } from './document.ts';
import { exportModel } from './export-model.ts';
import { importModel } from './import-model.ts';

const model: ThreatModel = threatModel.parse({
  version: 1,
  title: 'Shop',
  description: 'Sells things.',
  elements: [
    { id: 'u', kind: 'actor', label: 'User', facts: { human: 'yes', anonymous: 'no' } },
    {
      id: 'web',
      kind: 'process',
      label: 'Web',
      boundary: 'dmz',
      facts: { 'internet-facing': 'yes', redundant: 'no' },
    },
    {
      id: 'db',
      kind: 'store',
      label: 'Orders',
      boundary: 'core',
      facts: { 'encrypted-at-rest': 'no' },
      inScope: false,
    },
  ],
  flows: [
    {
      id: 'order',
      label: 'Order',
      from: 'u',
      to: 'web',
      protocol: 'HTTPS',
      facts: { 'public-network': 'yes' },
    },
    { id: 'save', label: 'Save', from: 'web', to: 'db' },
  ],
  boundaries: [
    { id: 'dmz', label: 'DMZ' },
    { id: 'core', label: 'Core', parent: 'dmz' },
  ],
  threats: [
    {
      id: 't2',
      title: 'Second',
      stride: 'repudiation',
      on: ['web'],
      impact: 2,
      likelihood: 3,
      statement: { action: 'denies it' },
    },
    {
      id: 't1',
      title: 'First',
      stride: 'spoofing',
      on: ['order', 'u'],
      impact: 5,
      status: 'mitigated',
      notes: 'Seen.',
    },
  ],
  mitigations: [
    { id: 'm', title: 'Passkeys', threats: ['t1'], at: ['web'], status: 'in-place', kind: 'prevents' },
  ],
  assumptions: [{ id: 'a', text: 'The cloud is sound.' }],
  residualRisk: 'Insiders.',
});

const schemas = new URL('../../../../shared/interop/schemas/', import.meta.url).pathname;
const interop = new URL('../../../../shared/interop/', import.meta.url).pathname;
const formats = ['threat-dragon', 'otm'] as const;
const schemaFiles = { 'threat-dragon': 'threat-dragon-v2.schema.json', otm: 'otm_schema.json' } as const;

function reread(text: string): ThreatModel {
  const read = importModel(text);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.model;
}

describe('writing a model for other tools', () => {
  it('comes back whole through the Open Threat Model', () => {
    expect(reread(exportModel(model, 'otm').text)).toEqual(model);
  });

  it('comes back from Threat Dragon with its structure, facts and threats', () => {
    const back = reread(exportModel(model, 'threat-dragon').text);
    expect(back.boundaries.map(({ label, parent }) => [label, parent])).toEqual([
      ['DMZ', null],
      ['Core', 'dmz'],
    ]);
    expect(
      back.elements.map(({ label, boundary, facts, inScope }) => ({ label, boundary, facts, inScope })),
    ).toEqual(
      model.elements.map(({ label, boundary, facts, inScope }) => ({ label, boundary, facts, inScope })),
    );
    expect(back.flows.map(({ label, protocol, facts }) => ({ label, protocol, facts }))).toEqual(
      model.flows.map(({ label, protocol, facts }) => ({ label, protocol, facts })),
    );
    expect(new Set(back.threats.map(({ title }) => title))).toEqual(new Set(['First', 'Second']));
  });

  it('puts threats where Threat Dragon looks for them', () => {
    const { detail } = JSON.parse(exportModel(model, 'threat-dragon').text);
    const web = detail.diagrams[0].cells.find(({ id }: { id: string }) => id === 'web');
    expect(web.data.threats).toMatchObject([
      { title: 'Second', type: 'Repudiation', severity: 'Low', description: 'denies it' },
    ]);
    expect(web.threats).toBeUndefined();
  });

  it('lists what the other format does not show', () => {
    const told = (format: 'threat-dragon' | 'otm'): string =>
      exportModel(model, format)
        .losses.map(({ what }) => what)
        .join(' ');
    for (const word of ['assumptions', 'residual risk', 'Likelihood', '"redundant"', 'several elements'])
      expect(told('threat-dragon')).toContain(word);
    for (const word of ['assumptions', 'facts', 'protocols', 'priority']) expect(told('otm')).toContain(word);
    expect(exportModel(model, 'hotseat').losses).toEqual([]);
  });
});

const sources = [
  'threat-dragon/payment-online.json',
  'threat-dragon/v1-demo-threat-model.json',
  'otm/example-open-threat-model.json',
  'otm/aws-with-tz-and-vpc.otm',
];

describe.skipIf(!existsSync(schemas))('the schemas of other tools', () => {
  const valid = (format: (typeof formats)[number], text: string): unknown => {
    const schema = JSON.parse(readFileSync(schemas + schemaFiles[format], 'utf8'));
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    validate(JSON.parse(text));
    return validate.errors;
  };

  it.each(formats)('accept what is written as %s', (format) => {
    const models = [model, ...sources.map((file) => reread(readFileSync(interop + file, 'utf8')))];
    for (const each of models) expect(valid(format, exportModel(each, format).text)).toBeNull();
  });
});
