import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, elementKinds } from '#core/content/threat-model-vocabulary.ts';
import { type ThreatModel, threatModel } from '../document.ts';
import { readDocument } from '../read-document.ts';
import type { ModelCommand } from './command.ts';
import { factsOfKind } from './facts.ts';
import { perform, redo, startHistory, undo } from './history.ts';

const start: ThreatModel = threatModel.parse({
  version: 1,
  title: 'Shop',
  boundaries: [
    { id: 'a', label: 'Cloud' },
    { id: 'b', label: 'Network', parent: 'a' },
  ],
  elements: [
    { id: 'c', kind: 'actor', label: 'User', facts: { human: 'yes' } },
    { id: 'd', kind: 'process', label: 'Web', boundary: 'b' },
    { id: 'e', kind: 'store', label: 'Database', boundary: 'b' },
  ],
  flows: [
    { id: 'f', label: 'Request', from: 'c', to: 'd' },
    { id: 'g', label: 'Query', from: 'd', to: 'e' },
  ],
  threats: [{ id: 't', title: 'Read along', stride: 'information-disclosure', on: ['f', 'd'] }],
  mitigations: [{ id: 'm', title: 'Encrypt', threats: ['t'], at: ['f', 'b'] }],
  dismissed: [{ rule: 'plain', on: 'g', reason: 'Same host.' }],
});

/** Few ids, so that commands meet what is there, miss it and collide with it. */
const id = fc.constantFrom(...'abcdefghijtm');
const label = fc.constantFrom('', ' ', 'Queue', 'x'.repeat(201), 'Größe');
const at = fc.double({ min: -1000, max: 1000, noNaN: false });
const box = fc.record({ x: at, y: at, width: at, height: at });
const into = fc.option(id);
const kind = fc.constantFrom(...elementKinds);
const fact = fc.constantFrom('human', 'encrypted', 'made-up', ...factsOfKind.process, ...factsOfKind.store);
const few = fc.array(id, { maxLength: 4 });
const list = fc.constantFrom('threats', 'mitigations', 'assumptions', 'questions');

const single = fc.oneof(
  fc.record({
    type: fc.constant('add-element'),
    element: fc.record({ id, kind, label, boundary: into }),
    box: fc.option(box, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('add-boundary'), boundary: fc.record({ id, label, parent: into }) }),
  fc.record({ type: fc.constant('add-flow'), flow: fc.record({ id, label, from: id, to: id }) }),
  fc.record({ type: fc.constant('update-element'), id, changes: fc.record({ label }) }),
  fc.record({ type: fc.constant('update-flow'), id, changes: fc.record({ label, from: id, to: id }) }),
  fc.record({ type: fc.constant('update-boundary'), id, changes: fc.record({ label }) }),
  fc.record({ type: fc.constant('set-fact'), id, fact, answer: fc.constantFrom(...answers) }),
  fc.record({ type: fc.constant('set-kind'), id, kind }),
  fc.record({ type: fc.constant('nest'), ids: few, into }),
  fc.record({ type: fc.constant('remove'), ids: few }),
  fc.record({
    type: fc.constant('place'),
    boxes: fc.dictionary(id, box, { maxKeys: 3 }),
    into: fc.dictionary(id, into, { maxKeys: 3 }),
  }),
  fc.record({ type: fc.constant('set-texts'), changes: fc.record({ title: label }) }),
  fc.record({ type: fc.constant('set-dismissed'), rule: id, on: id, reason: fc.option(label) }),
  fc.record({
    type: fc.constant('add-item'),
    list: fc.constant('threats'),
    item: fc.record({ id, title: label, stride: fc.constant('spoofing'), on: few }),
    at: fc.integer({ min: -2, max: 9 }),
  }),
  fc.record({
    type: fc.constant('add-item'),
    list: fc.constant('mitigations'),
    item: fc.record({ id, title: label, threats: few, at: few }),
  }),
  fc.record({
    type: fc.constant('add-item'),
    list: fc.constantFrom('assumptions', 'questions'),
    item: fc.record({ id, text: label }),
  }),
  fc.record({ type: fc.constant('update-item'), list, id, changes: fc.record({ title: label, on: few }) }),
  fc.record({ type: fc.constant('remove-item'), list, id }),
  fc.record({ type: fc.constant('move-item'), list, id, to: fc.integer({ min: -2, max: 9 }) }),
) as fc.Arbitrary<ModelCommand>;

const command: fc.Arbitrary<ModelCommand> = fc.oneof(
  { arbitrary: single, weight: 9 },
  {
    arbitrary: fc.record({ type: fc.constant('all'), commands: fc.array(single, { maxLength: 4 }) }),
    weight: 1,
  },
);

const commands = fc.array(command, { maxLength: 25 });
const historyOf = (given: readonly ModelCommand[]) => given.reduce(perform, startHistory(start));

describe('editing a threat model', () => {
  it('keeps the model valid, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const { present } = historyOf(given);
        expect(readDocument(present)).toMatchObject({ ok: true });
      }),
      { numRuns: 400 },
    );
  });

  it('goes back to exactly every state before, and forward to every state after', () => {
    fc.assert(
      fc.property(commands, (given) => {
        let history = historyOf(given);
        const states = [...history.past, history.present].map((state) => structuredClone(state));
        for (const state of states.toReversed()) {
          expect(history.present).toEqual(state);
          history = undo(history);
        }
        expect(history.present).toBe(start);
        for (const state of states) {
          expect(history.present).toEqual(state);
          history = redo(history);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps no step for a command that changes nothing', () => {
    fc.assert(
      fc.property(commands, (given) => {
        const { past, present } = historyOf(given);
        for (const [index, state] of past.entries()) expect(past[index + 1] ?? present).not.toEqual(state);
      }),
    );
  });

  it('forgets what was undone once something else is done', () => {
    const removed = perform(startHistory(start), { type: 'remove', ids: ['c'] });
    const other = perform(undo(removed), { type: 'set-texts', changes: { title: 'Other' } });
    expect(redo(other)).toBe(other);
    expect(undo(other).present).toBe(start);
  });
});
