import { describe, expect, it } from 'vitest';
import { soundLab } from '#server/packs/lab-for-tests.ts';
import { scriptedSandbox, verdictOf } from '#server/sandbox/scripted-sandbox-for-tests.ts';
import { skippedFixes, verifyLab } from './verify-lab.ts';

const lab = soundLab();
const needing = (needs: string) => ({
  ...lab,
  fixes: lab.fixes.map((fix) => (fix.name === 'accept-bound-by-name' ? { ...fix, needs } : fix)),
});
// It is a machine with version 1.0.
const { sandbox } = scriptedSandbox(async () => verdictOf([]));

describe('a fix that needs a newer toolchain', () => {
  it('is skipped with the reason, and not tried', async () => {
    expect(skippedFixes(needing('1.25'), sandbox)).toEqual([
      { name: 'accept-bound-by-name', because: 'needs Python 1.25; here is 1.0' },
    ]);
    const trials = await verifyLab(needing('1.25'), sandbox);
    expect(trials.map(({ name }) => name)).not.toContain('accept-bound-by-name');
    expect(trials).toHaveLength(lab.fixes.length + 1);
  });

  it('is tried where the toolchain is new enough', async () => {
    expect(skippedFixes(needing('1.0'), sandbox)).toEqual([]);
    const trials = await verifyLab(needing('1.0'), sandbox);
    expect(trials.map(({ name }) => name)).toContain('accept-bound-by-name');
  });
});
