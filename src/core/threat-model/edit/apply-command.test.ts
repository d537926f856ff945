import { describe, expect, it } from 'vitest';
import { diagramBoxes } from '../diagram/boxes.ts';
import { type ThreatModel, threatModel } from '../document.ts';
import { innermostAround } from '../formats/nesting.ts';
import { applyCommand } from './apply-command.ts';
import type { ModelCommand } from './command.ts';

const start: ThreatModel = threatModel.parse({
  version: 1,
  title: 'Shop',
  boundaries: [
    { id: 'cloud', label: 'Cloud' },
    { id: 'network', label: 'Network', parent: 'cloud' },
  ],
  elements: [
    { id: 'user', kind: 'actor', label: 'User', facts: { human: 'yes' } },
    {
      id: 'web',
      kind: 'process',
      label: 'Web',
      boundary: 'network',
      facts: { isolated: 'yes', 'third-party': 'no' },
    },
    { id: 'database', kind: 'store', label: 'Database', boundary: 'network' },
  ],
  flows: [
    { id: 'request', label: 'Request', from: 'user', to: 'web' },
    { id: 'query', label: 'Query', from: 'web', to: 'database' },
  ],
  threats: [
    { id: 'sniff', title: 'Read along', stride: 'information-disclosure', on: ['request', 'database'] },
    { id: 'flood', title: 'Flood', stride: 'denial-of-service', on: ['web'] },
  ],
  mitigations: [{ id: 'tls', title: 'TLS', threats: ['sniff', 'flood'], at: ['request', 'network'] }],
  dismissed: [{ rule: 'plain', on: 'query', reason: 'Same host.' }],
  assumptions: [{ id: 'same-host', text: 'Both run on one host.' }],
});

const done = (...commands: ModelCommand[]): ThreatModel => commands.reduce(applyCommand, start);

/** Whether every element and boundary is drawn in its boundary and in no other. */
const isDrawnAsNested = (model: ThreatModel): boolean => {
  const boxes = diagramBoxes(model);
  const frames = model.boundaries.flatMap(({ id }) => {
    const box = boxes.get(id);
    return box ? [{ id, box }] : [];
  });
  const at = (id: string): string | null => {
    const box = boxes.get(id);
    return box ? innermostAround(box, frames, id) : null;
  };
  return (
    model.elements.every(({ id, boundary }) => at(id) === boundary) &&
    model.boundaries.every(({ id, parent }) => at(id) === parent)
  );
};

describe('removing', () => {
  it('takes the flows of an element and every mention of both along', () => {
    const model = done({ type: 'remove', ids: ['web'] });
    expect(model.elements.map(({ id }) => id)).toEqual(['user', 'database']);
    expect(model.flows).toEqual([]);
    expect(model.threats.map(({ on }) => on)).toEqual([['database'], []]);
    expect(model.mitigations[0]?.at).toEqual(['network']);
    expect(model.dismissed).toEqual([]);
  });

  it('leaves what stood in a boundary in the one around it', () => {
    const model = done({ type: 'remove', ids: ['network'] });
    expect(model.elements.map(({ boundary }) => boundary)).toEqual([null, 'cloud', 'cloud']);
    expect(
      done({ type: 'remove', ids: ['network', 'cloud'] }).elements.map(({ boundary }) => boundary),
    ).toEqual([null, null, null]);
  });

  it('takes a removed threat out of the mitigations against it', () => {
    const model = done({ type: 'remove-item', list: 'threats', id: 'sniff' });
    expect(model.mitigations[0]?.threats).toEqual(['flood']);
  });
});

describe('changing the diagram', () => {
  it('refuses what would make the model invalid', () => {
    const refused: readonly ModelCommand[] = [
      { type: 'update-element', id: 'web', changes: { label: '  ' } },
      { type: 'add-element', element: { id: 'request', kind: 'actor', label: 'Taken id' } },
      { type: 'add-boundary', boundary: { id: 'cloud', label: 'Taken id', parent: 'network' } },
      { type: 'add-flow', flow: { id: 'new', label: 'Nowhere', from: 'user', to: 'nobody' } },
      { type: 'nest', ids: ['cloud'], into: 'network' },
      { type: 'set-fact', id: 'user', fact: 'encrypted', answer: 'yes' },
      { type: 'place', boxes: { web: { x: 0, y: 0, width: 0, height: 10 } } },
    ];
    for (const command of refused) expect(applyCommand(start, command)).toBe(start);
  });

  it('does several commands wholly or not at all', () => {
    const first: ModelCommand = { type: 'update-element', id: 'web', changes: { label: 'Shop' } };
    expect(
      done({ type: 'all', commands: [first, { type: 'set-kind', id: 'user', kind: 'process' }] }),
    ).not.toBe(start);
    const bad: ModelCommand = { type: 'add-flow', flow: { id: '', label: '', from: '', to: '' } };
    expect(done({ type: 'all', commands: [first, bad] })).toBe(start);
  });

  it('keeps of the facts what the new kind has too', () => {
    const { elements } = done({ type: 'set-kind', id: 'web', kind: 'actor' });
    expect(elements[1]).toMatchObject({ kind: 'actor', facts: { 'third-party': 'no' }, boundary: 'network' });
    expect(elements[1]?.facts).not.toHaveProperty('isolated');
  });

  it('takes a fact away that is unknown again', () => {
    expect(
      done({ type: 'set-fact', id: 'user', fact: 'human', answer: 'unknown' }).elements[0]?.facts,
    ).toEqual({});
  });

  it('moves boxes and nothing else', () => {
    const { layout, ...rest } = done({
      type: 'place',
      boxes: { web: { x: 900, y: 0, width: 160, height: 80 } },
    });
    const { layout: _, ...before } = start;
    expect(rest).toEqual(before);
    expect(layout.web).toMatchObject({ x: 900, y: 0 });
  });

  it('draws each thing in its boundary after it was added or put there', () => {
    const added: ModelCommand[] = ['one', 'two', 'three', 'four', 'five'].map((id) => ({
      type: 'add-element',
      element: { id, kind: 'process', label: id, boundary: 'network' },
    }));
    expect(isDrawnAsNested(done(...added))).toBe(true);
    const moves: ModelCommand[] = [
      { type: 'nest', ids: ['database'], into: 'cloud' },
      { type: 'nest', ids: ['user'], into: 'network' },
      { type: 'add-boundary', boundary: { id: 'office', label: 'Office' } },
      { type: 'nest', ids: ['network'], into: 'office' },
      { type: 'nest', ids: ['web'], into: null },
    ];
    for (const [index] of moves.entries()) {
      expect(isDrawnAsNested(done(...added, ...moves.slice(0, index + 1)))).toBe(true);
    }
  });

  it('keeps a frame around what stands in it, however small it is made', () => {
    const model = done({ type: 'place', boxes: { network: { x: 0, y: 0, width: 10, height: 10 } } });
    expect(isDrawnAsNested(model)).toBe(true);
  });
});

describe('changing a list', () => {
  it('adds, changes and reorders', () => {
    const model = done(
      { type: 'add-item', list: 'threats', item: { id: 'new', title: 'Forge', stride: 'spoofing' }, at: 1 },
      { type: 'move-item', list: 'threats', id: 'flood', to: 0 },
      { type: 'update-item', list: 'threats', id: 'new', changes: { likelihood: 3 } },
      { type: 'update-item', list: 'assumptions', id: 'same-host', changes: { text: 'Two hosts.' } },
    );
    expect(model.threats.map(({ id }) => id)).toEqual(['flood', 'sniff', 'new']);
    expect(model.threats[2]).toMatchObject({ likelihood: 3, on: [], status: 'open' });
    expect(model.assumptions).toEqual([{ id: 'same-host', text: 'Two hosts.' }]);
  });

  it('refuses a threat on something that is not there', () => {
    const add: ModelCommand = {
      type: 'add-item',
      list: 'threats',
      item: { id: 'new', title: 'Forge', stride: 'spoofing', on: ['nobody'] },
    };
    expect(applyCommand(start, add)).toBe(start);
  });
});
