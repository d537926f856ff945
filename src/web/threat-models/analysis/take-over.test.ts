import { describe, expect, it } from 'vitest';
import { threatModel } from '#core/threat-model/document.ts';
import { applyCommand } from '#core/threat-model/edit/apply-command.ts';
import type { FindingRule } from '#web/ui/api/model-types.ts';
import { addMitigation, takenOver, takeOver } from './take-over.ts';

const model = threatModel.parse({
  version: 1,
  title: 'Shop',
  elements: [{ id: 'web', kind: 'process', label: 'Web' }],
  threats: [{ id: 'threat', title: 'Mine', stride: 'spoofing', on: ['web'] }],
});
const candidate = { title: 'Check each object', kind: 'prevents', asvs: ['V8.2'] } as const;
const rule: FindingRule = {
  id: 'unchecked',
  title: 'Objects of others',
  stride: 'elevation-of-privilege',
  ...{ explanation: 'It is not checked.', falsePositive: 'All is public.', cwe: [639], capec: [] },
  mitigations: [candidate],
};
const finding = { rule: 'unchecked', element: 'web', label: 'Web', because: ['“Web” checks nothing.'] };

describe('taking a finding over', () => {
  it('makes a threat on the same element that names its rule and its reasons, after all others', () => {
    const { id, command } = takeOver(model, finding, rule);
    const next = applyCommand(model, command);
    expect(next.threats).toHaveLength(2);
    expect(next.threats[1]).toMatchObject({
      ...{ id, title: 'Objects of others: Web', stride: 'elevation-of-privilege', rule: 'unchecked' },
      on: ['web'],
      notes: 'It is not checked.\n\n“Web” checks nothing.',
    });
    expect(takenOver(next, finding)?.id).toBe(id);
  });

  it('does not take a threat of one’s own for it', () => {
    expect(takenOver(model, finding)).toBeUndefined();
  });

  it('adds a candidate as a mitigation against the threat, where it acts', () => {
    const { command } = takeOver(model, finding, rule);
    const taken = applyCommand(model, command);
    const threat = takenOver(taken, finding);
    if (!threat) throw new Error('it was not taken over');
    expect(applyCommand(taken, addMitigation(taken, candidate, threat)).mitigations).toMatchObject([
      { title: 'Check each object', threats: [threat.id], at: ['web'], description: 'ASVS 5.0: V8.2.' },
    ]);
  });

  it('fits the limits of a model, however long the label is', () => {
    const long = { ...finding, label: 'x'.repeat(200), because: ['y'.repeat(5000)] };
    expect(applyCommand(model, takeOver(model, long, rule).command).threats).toHaveLength(2);
  });
});
