import { expect, it } from 'vitest';
import { diagramBoxes } from '../diagram/boxes.ts';
import { elementSize, overlap } from '../diagram/geometry.ts';
import { type ThreatModel, threatModel } from '../document.ts';
import type { Box } from '../formats/nesting.ts';
import { applyCommand } from './apply-command.ts';
import { quickAdd } from './quick-add.ts';

const empty: ThreatModel = threatModel.parse({ version: 1, title: 'Sign-in' });

const typed = (lines: readonly string[], start = empty): ThreatModel =>
  lines.reduce((model, line) => {
    const added = quickAdd(model, line);
    if (!added.ok) throw new Error(added.problem);
    return applyCommand(model, added.command);
  }, start);

function boxOf(model: ThreatModel, id: string): Box {
  const box = diagramBoxes(model).get(id);
  if (!box) throw new Error(`${id} has no box`);
  return box;
}

const lines = [
  'actor Employee',
  'boundary Company',
  'process Vendor',
  'boundary Core in Company',
  ...['Provider', 'Portal', 'Wiki'].map((name) => `process ${name} in Core`),
  'store Directory in Company',
  ...['Mail', 'Chat', 'Files', 'Pay'].map((name) => `process ${name}`),
  'process Audit in Core',
];

it('keeps what is outside of a boundary out of it while it is filled by typing', () => {
  const model = typed(lines);
  const boxes = diagramBoxes(model);
  const [company, core] = [boxOf(model, 'company'), boxOf(model, 'core')];
  for (const { id, boundary } of model.elements) {
    const box = boxOf(model, id);
    expect([id, overlap(box, company, 0)]).toEqual([id, boundary !== null]);
    expect([id, overlap(box, core, 0)]).toEqual([id, boundary === 'core']);
    const others = model.elements
      .filter((other) => other.id !== id)
      .flatMap((other) => boxes.get(other.id) ?? []);
    expect(others.some((other) => overlap(box, other, 0))).toBe(false);
  }
});

it('leaves room for the label of a flow between neighbors that are added by typing', () => {
  const model = typed([
    'process One',
    'process Two',
    'boundary Both',
    'process Three in Both',
    'process Four in Both',
  ]);
  for (const [left, right] of [
    ['one', 'two'],
    ['three', 'four'],
  ] as const)
    expect(boxOf(model, right).x - boxOf(model, left).x - elementSize.width).toBeGreaterThanOrEqual(150);
});

it('moves nothing that is not in the way', () => {
  const start = typed(['boundary Company', 'process Near']);
  const far = { x: 5000, y: 5000, ...elementSize };
  const apart = applyCommand(start, { type: 'place', boxes: { near: far } });
  expect(
    boxOf(typed(['store A in Company', 'store B in Company', 'store C in Company'], apart), 'near'),
  ).toEqual(far);
});

it('makes room too for what is put into a boundary', () => {
  const start = typed(['boundary Company', 'process Vendor', 'process A in Company', 'process B']);
  const model = applyCommand(start, { type: 'nest', ids: ['b'], into: 'company' });
  expect(overlap(boxOf(model, 'vendor'), boxOf(model, 'company'), 0)).toBe(false);
});
