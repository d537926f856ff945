import { describe, expect, it } from 'vitest';
import { diagramBoxes } from '../diagram/boxes.ts';
import { type ThreatModel, threatModel } from '../document.ts';
import { alignCommand } from './align.ts';
import { applyCommand } from './apply-command.ts';
import { clipOf, pasteCommand } from './clip.ts';
import { dropCommand } from './drop.ts';

const box = (x: number, y: number, width = 160, height = 80) => ({ x, y, width, height });

const start: ThreatModel = threatModel.parse({
  version: 1,
  title: 'Shop',
  boundaries: [
    { id: 'cloud', label: 'Cloud' },
    { id: 'network', label: 'Network', parent: 'cloud' },
  ],
  elements: [
    { id: 'user', kind: 'actor', label: 'User' },
    { id: 'web', kind: 'process', label: 'Web', boundary: 'network', facts: { isolated: 'yes' } },
    { id: 'data', kind: 'store', label: 'Data', boundary: 'cloud' },
  ],
  flows: [
    { id: 'request', label: 'Request', from: 'user', to: 'web' },
    { id: 'query', label: 'Query', from: 'web', to: 'data' },
  ],
  layout: {
    user: box(0, 100),
    cloud: box(300, 0, 800, 400),
    network: box(340, 60, 300, 200),
    web: box(400, 120),
    data: box(800, 120),
  },
});

describe('dropping', () => {
  const dropped = (ids: readonly string[], x: number, y = 0): ThreatModel =>
    applyCommand(start, dropCommand(start, ids, { x, y }));

  it('makes an element a member of the innermost frame that its center is in', () => {
    const member = (model: ThreatModel) => model.elements.find(({ id }) => id === 'user')?.boundary;
    expect(member(dropped(['user'], 430))).toBe('network');
    expect(member(dropped(['user'], 700))).toBe('cloud');
    expect(member(dropped(['user'], 50))).toBe(null);
  });

  it('lets the frame that an element leaves keep its place', () => {
    const model = dropped(['web'], -400, 400);
    expect(model.elements[1]).toMatchObject({ boundary: null });
    expect(model.layout.network).toEqual(box(340, 60, 300, 200));
  });

  it('moves a boundary with all that stands in it, out of the one around it', () => {
    const model = dropped(['network', 'web'], 0, 600);
    expect(model.boundaries[1]).toMatchObject({ parent: null });
    expect(model.elements[1]).toMatchObject({ boundary: 'network' });
    expect(model.layout.web).toEqual(box(400, 720));
  });
});

describe('aligning', () => {
  it.each([
    ['left', { user: [0, 100], data: [0, 120] }],
    ['center', { user: [400, 100], data: [400, 120] }],
    ['top', { user: [0, 100], data: [800, 100] }],
    ['middle', { user: [0, 110], data: [800, 110] }],
  ] as const)('lines elements up at the %s', (to, expected) => {
    const boxes = diagramBoxes(applyCommand(start, alignCommand(start, ['user', 'data'], to)));
    for (const [id, [x, y]] of Object.entries(expected)) expect(boxes.get(id)).toMatchObject({ x, y });
  });
});

describe('copying', () => {
  it('adds copies with what stands in them, the flows between them and their facts', () => {
    const clip = clipOf(start, ['cloud']);
    if (!clip) throw new Error('There is nothing in the clip.');
    const { command, ids } = pasteCommand(start, clip);
    const model = applyCommand(start, command);
    expect(ids).toEqual(['cloud-2', 'network-2', 'web-2', 'data-2']);
    expect(model.elements.slice(3)).toMatchObject([
      { id: 'web-2', label: 'Web', boundary: 'network-2', facts: { isolated: 'yes' } },
      { id: 'data-2', boundary: 'cloud-2' },
    ]);
    expect(model.flows.slice(2)).toMatchObject([{ from: 'web-2', to: 'data-2', label: 'Query' }]);
    expect(model.layout['web-2']).toEqual(box(430, 150));
  });

  it('copies nothing where only flows are chosen', () => {
    expect(clipOf(start, ['request'])).toBeUndefined();
  });
});
