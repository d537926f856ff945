import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importModel } from './import-model.ts';

const own = {
  version: 1,
  title: 'Shop',
  elements: [
    { id: 'user', kind: 'actor', label: 'User' },
    { id: 'web', kind: 'process', label: 'Web' },
  ],
  flows: [{ id: 'f', label: 'Request', from: 'user', to: 'web' }],
};

const problemsOf = (value: unknown) => {
  const read = importModel(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? [] : read.problems;
};

describe('reading a model of Hotseat', () => {
  it('fills in what is absent', () => {
    const read = importModel(JSON.stringify(own));
    expect(read).toMatchObject({ ok: true, format: 'hotseat', losses: [], model: { threats: [] } });
  });

  it('reports all problems at once, each with its path and the mend', () => {
    const problems = problemsOf({
      ...own,
      flows: [
        { id: 'user', label: 'A', from: 'gone', to: 'web' },
        { id: 'g', label: 'B', from: 'user', to: 'nowhere' },
      ],
      threats: [{ id: 't', title: 'T', stride: 'spoofing', on: ['x'] }],
      mitigations: [{ id: 'm', title: 'M', threats: ['y'] }],
    });
    expect(problems.map(({ path }) => path).sort()).toEqual([
      'flows[0].from',
      'flows[0].id',
      'flows[1].to',
      'mitigations[0].threats[0]',
      'threats[0].on[0]',
    ]);
    for (const { mend } of problems) expect(mend).not.toBe('');
  });

  it('finds boundaries that stand inside themselves', () => {
    const boundaries = [
      { id: 'a', label: 'A', parent: 'b' },
      { id: 'b', label: 'B', parent: 'a' },
      { id: 'c', label: 'C', parent: 'a' },
    ];
    const paths = problemsOf({ ...own, boundaries }).map(({ path }) => path);
    expect(paths).toEqual(['boundaries[0].parent', 'boundaries[1].parent']);
  });

  it('names an unknown key and a fact that the kind cannot have', () => {
    const elements = [{ id: 'web', kind: 'process', label: 'Web', color: 'red', facts: { human: 'yes' } }];
    const paths = problemsOf({ ...own, flows: [], elements }).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['elements[0].color', 'elements[0].facts.human']));
  });

  it('refuses a file of a newer version, and says what to do', () => {
    const [problem] = problemsOf({ ...own, version: 99 });
    expect(problem).toMatchObject({ path: 'version', mend: expect.stringContaining('Update Hotseat') });
  });
});

describe('reading a hostile file', () => {
  const huge = {
    ...own,
    elements: Array.from({ length: 40_000 }, (_, n) => ({ ...own.elements[1], id: `${n}` })),
  };
  it.each([
    ['deep JSON', `${'['.repeat(200_000)}`],
    ['deep but sound JSON', `{"version":1,"title":${'['.repeat(500)}${']'.repeat(500)}}`],
    ['deep YAML lists', '- '.repeat(50_000)],
    ['deep YAML', `otmVersion: ${'['.repeat(100_000)}`],
    [
      'an alias bomb',
      [
        'a: &a [x, x]',
        ...Array.from(
          { length: 30 },
          (_, n) => `b${n}: &b${n} [*${n ? `b${n - 1}` : 'a'}, *${n ? `b${n - 1}` : 'a'}]`,
        ),
      ].join('\n'),
    ],
    ['far too much', ' '.repeat(16_000_001)],
    ['too many elements', JSON.stringify(huge)],
    ['nothing', ''],
    ['text', 'hello'],
    ['a list', '[]'],
    ['broken JSON', '{"version": 1,'],
    ['other JSON', '{"a": 1}'],
  ])('refuses %s with a clear error', (_, text) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    for (const { message, mend } of problems) {
      expect(message.length).toBeLessThan(400);
      expect(mend).not.toBe('');
    }
  });
});

const cell = (id: string, type: string, rest: object = {}) => ({
  id,
  shape: type,
  zIndex: 1,
  position: { x: 0, y: 0 },
  size: { width: 100, height: 50 },
  ...rest,
});

const dragon = (cells: readonly object[]) => ({
  version: '2.3.0',
  summary: { title: 'Demo' },
  detail: { contributors: [], diagrams: [{ title: 'One', diagramType: 'STRIDE', cells }] },
});

describe('reading a model of Threat Dragon', () => {
  it('finds threats on the cell and in its data, each once', () => {
    const threat = {
      title: 'T',
      type: 'Tampering',
      status: 'Open',
      severity: 'High',
      mitigation: 'Sign it.',
    };
    const data = { type: 'tm.Process', name: 'Web', threats: [threat] };
    const other = { ...threat, title: 'Other', type: 'Denial of service' };
    const read = importModel(
      JSON.stringify(dragon([cell('web', 'process', { data, threats: [threat, other] })])),
    );
    expect(read).toMatchObject({
      ok: true,
      model: {
        threats: [
          { title: 'T', stride: 'tampering', on: ['web'], impact: 4 },
          { title: 'Other', stride: 'denial-of-service' },
        ],
        mitigations: [{ title: 'Sign it.' }, { title: 'Sign it.' }],
      },
    });
  });

  it('reads nested boxes as nested boundaries', () => {
    const at = (x: number, y: number, width: number, height: number) => ({
      position: { x, y },
      size: { width, height },
    });
    const box = { data: { type: 'tm.BoundaryBox', name: 'Zone' } };
    const read = importModel(
      JSON.stringify(
        dragon([
          cell('outer', 'trust-boundary-box', { ...box, ...at(0, 0, 500, 500) }),
          cell('inner', 'trust-boundary-box', { ...box, ...at(50, 50, 200, 200) }),
          cell('db', 'store', { ...at(80, 80, 100, 50), data: { type: 'tm.Store', name: 'Db' } }),
        ]),
      ),
    );
    expect(read).toMatchObject({
      ok: true,
      model: { elements: [{ boundary: 'inner' }], boundaries: [{ parent: null }, { parent: 'outer' }] },
    });
  });

  it('takes a box that is not checked for a "no" only where another one is', () => {
    const store = (id: string, storesCredentials: boolean) =>
      cell(id, 'store', { data: { type: 'tm.Store', name: id, storesCredentials, isEncrypted: false } });
    const read = importModel(JSON.stringify(dragon([store('keys', true), store('blank', false)])));
    expect(read).toMatchObject({
      ok: true,
      model: {
        elements: [{ facts: { 'holds-credentials': 'yes', 'encrypted-at-rest': 'no' } }, { facts: {} }],
      },
    });
  });

  it('keeps script in labels as plain text, and reports dangling flows and duplicate ids', () => {
    const label = '<img src=x onerror=alert(1)>\u202e';
    const shown = importModel(JSON.stringify(dragon([cell('web', 'process', { data: { name: label } })])));
    expect(shown).toMatchObject({
      ok: true,
      model: { elements: [{ label: '<img src=x onerror=alert(1)>' }] },
    });
    const flow = cell('f', 'flow', { source: { cell: 'web' }, target: { cell: 'gone' } });
    const paths = problemsOf(dragon([cell('web', 'process'), cell('web', 'store'), flow])).map(
      ({ path }) => path,
    );
    expect(paths).toEqual(['detail.diagrams[0].cells[1].id', 'detail.diagrams[0].cells[2].target']);
  });
});

describe('reading an Open Threat Model', () => {
  it('reads YAML, nested zones and flows in both directions', () => {
    const read = importModel(`
otmVersion: 0.2.0
project: { name: Shop, id: shop }
trustZones:
  - { id: net, name: Internet, risk: { trustRating: 10 } }
  - { id: dmz, name: DMZ, risk: { trustRating: 50 }, parent: { trustZone: net } }
components:
  - { id: user, name: User, type: web-client, parent: { trustZone: net } }
  - { id: db, name: Orders, type: postgres-database, parent: { trustZone: dmz } }
dataflows:
  - { id: f, name: Query, source: user, destination: db, bidirectional: true }
`);
    expect(read).toMatchObject({
      ok: true,
      format: 'otm',
      model: {
        elements: [{ kind: 'actor' }, { kind: 'store', boundary: 'dmz' }],
        boundaries: [{ parent: null }, { parent: 'net' }],
        flows: [{ from: 'user' }, { from: 'db', to: 'user' }],
      },
    });
  });

  it('reports references that lead nowhere', () => {
    const problems = problemsOf({
      otmVersion: '0.2.0',
      project: { name: 'P', id: 'p' },
      components: [
        {
          id: 'a',
          name: 'A',
          type: 'x',
          parent: { trustZone: 'gone' },
          threats: [{ threat: 't', state: '' }],
        },
      ],
      dataflows: [{ id: 'f', name: 'F', source: 'a', destination: 'b' }],
    });
    expect(problems.map(({ path }) => path)).toEqual([
      'dataflows[0].destination',
      'components[0].parent.trustZone',
      'components[0].threats[0].threat',
    ]);
  });
});

const interop = new URL('../../../../shared/interop/', import.meta.url).pathname;
const sound = [
  'threat-dragon/three-tier-web-app.json',
  'threat-dragon/generic-cms.json',
  'threat-dragon/payment-online.json',
  'threat-dragon/v1-demo-threat-model.json',
  'threat-dragon/v2-threat-model.json',
  'otm/multiple-pages-diagram.otm',
  'otm/example-open-threat-model.json',
  'otm/aws-with-tz-and-vpc.otm',
  'otm/boundary-and-component-tzs.otm',
  'otm/bidirectional-connectors.otm',
];

describe.skipIf(!existsSync(interop))('reading files of other tools', () => {
  it.each(sound)('reads %s', (file) => {
    const read = importModel(readFileSync(interop + file, 'utf8'));
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(read.model.elements.length).toBeGreaterThan(1);
  });

  it.each(['threat-dragon/malformed-new-model.json', 'threat-dragon/v2-malformed-new-model.json'])(
    'refuses %s, naming what is missing',
    (file) => {
      const paths = problemsOf(readFileSync(interop + file, 'utf8')).map(({ path }) => path);
      expect(paths.some((path) => path.startsWith('summary'))).toBe(true);
      expect(paths.some((path) => path.startsWith('detail'))).toBe(true);
    },
  );
});
