import { describe, expect, it } from 'vitest';
import { type ThreatModel, threatModel } from '#core/threat-model/document.ts';
import { applyCommand } from '#core/threat-model/edit/apply-command.ts';
import { changeThreat, type ThreatChanges } from './change-threat.ts';
import { newMitigation, newThreat } from './new-items.ts';

const empty = threatModel.parse({
  version: 1,
  title: 'Shop',
  elements: [
    { id: 'web', kind: 'process', label: 'Web' },
    { id: 'db', kind: 'store', label: 'Orders' },
  ],
});
const started = applyCommand(empty, newThreat(empty, 'tampering', ['web']).command);

function changed(model: ThreatModel, changes: ThreatChanges): ThreatModel {
  const [first] = model.threats;
  if (!first) throw new Error('There is no threat.');
  return applyCommand(model, changeThreat(model, first, changes));
}
const titleOf = ({ threats }: ThreatModel): string | undefined => threats[0]?.title;
const statement = (action: string) => ({ source: '', prerequisite: '', action, impact: '', asset: '' });

describe('the title of a threat', () => {
  it('follows category, places and statement while it is the proposed one', () => {
    expect(titleOf(started)).toBe('Tampering with Web');
    const moved = changed(started, { stride: 'spoofing', on: ['db'] });
    expect(titleOf(moved)).toBe('Spoofing of Orders');
    expect(titleOf(changed(moved, { statement: statement('place orders for others') }))).toBe(
      'Place orders for others',
    );
  });

  it('stays once somebody has written it', () => {
    const named = changed(started, { title: 'My own title' });
    expect(titleOf(changed(named, { statement: statement('guess a token') }))).toBe('My own title');
  });
});

describe('a new mitigation', () => {
  it('acts against its threat, where the threat acts', () => {
    const [first] = started.threats;
    const model = applyCommand(started, newMitigation(started, 'Sign it', [first?.id ?? '']).command);
    expect(model.mitigations).toMatchObject([{ title: 'Sign it', threats: [first?.id], at: ['web'] }]);
  });
});
