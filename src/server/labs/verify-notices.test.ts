import { describe, expect, it } from 'vitest';
import { soundLab } from '#server/packs/lab-for-tests.ts';
import type { Sighting } from '#server/sandbox/protocol.ts';
import type { Submission } from '#server/sandbox/sandbox.ts';
import { checkResult, scriptedSandbox, verdictOf } from '#server/sandbox/scripted-sandbox-for-tests.ts';
import { verifyNotices } from './verify-notices.ts';

const lab = soundLab();
const [search, attachment] = ['search-statement', 'attachment-path'] as const;

type Kind = Sighting['during']['kind'];
const says = (finding: string, ordinary = false) => ({ finding, message: `${finding} shows`, ordinary });
const sighting = (
  [kind, id, finding]: readonly [Kind, string, string?],
  evidence: Sighting['evidence'] = [],
  problem = '',
): Sighting => ({ during: { kind, id, ...(finding !== undefined && { finding }) }, evidence, problem });

const attacked = [
  sighting(['functional', 'finds-by-title']),
  sighting(['exploit', 'union-select', search], [says(search)]),
  sighting(['exploit', 'always-true', search]),
  sighting(['exploit', 'dot-dot', attachment], [says(attachment), says(attachment)]),
];
const silent = attacked.map(({ during }) => ({ during, evidence: [], problem: '' }));

/** Verifies with what the sandbox shows of the untouched app and of the reference fix. */
function verify(untouched: readonly Sighting[], fixed: readonly Sighting[] = silent) {
  const { sandbox } = scriptedSandbox(async ({ app }: Submission, { onSighting }) => {
    const isUntouched = app === lab.app;
    for (const one of isUntouched ? untouched : fixed) onSighting?.(one);
    return verdictOf([checkResult('union-select', { status: isUntouched ? 'fail' : 'pass' })]);
  });
  return verifyNotices(lab, sandbox);
}

const becauseOf = async (...watched: Parameters<typeof verify>) =>
  Object.fromEntries((await verify(...watched)).map(({ finding, because }) => [finding, because]));

describe('a notice', () => {
  it('is right when it notices an attack and is silent otherwise', async () => {
    expect(await verify(attacked)).toEqual([
      { finding: search, noticed: 1, attacks: 2, right: true, because: '' },
      { finding: attachment, noticed: 1, attacks: 1, right: true, because: '' },
    ]);
  });

  it('is wrong when it notices no attack', async () => {
    const because = await becauseOf(silent);
    expect(because[search]).toBe('notices none of the attacks: union-select, always-true');
    expect(because[attachment]).toBe('notices none of the attacks: dot-dot');
  });

  it('is wrong when nothing attacks its finding', async () => {
    expect(await becauseOf(attacked.slice(0, 3))).toEqual({
      [search]: '',
      [attachment]: 'notices none of the attacks: there are none',
    });
  });

  it('may be proven by the attack that it declares, and has to notice that one', async () => {
    const checks = attacked.slice(0, 3);
    const declared = ['attack', attachment, attachment] as const;
    const noticed = await becauseOf([...checks, sighting(declared, [says(attachment)])]);
    expect(noticed[attachment]).toBe('');
    const missed = await becauseOf([...attacked, sighting(declared)]);
    expect(missed[attachment]).toBe('does not notice the attack that it declares');
  });

  it('is wrong when it speaks on honest use, unless the flaw shows in ordinary use', async () => {
    const honest = (ordinary: boolean) => [
      ...attacked,
      sighting(['functional', 'orders-by-title'], [says(search, ordinary)]),
    ];
    expect(await becauseOf(honest(false))).toEqual({
      [search]: `speaks on honest use (orders-by-title): ${search} shows`,
      [attachment]: '',
    });
    expect((await becauseOf(honest(true)))[search]).toBe('');
  });

  it('is wrong when it speaks on the reference fix, of a flaw in ordinary use too', async () => {
    const fixed = [
      sighting(['functional', 'orders-by-title'], [says(search, true)]),
      sighting(['exploit', 'dot-dot', attachment], [says(attachment)]),
    ];
    expect(await becauseOf(attacked, fixed)).toEqual({
      [search]: `speaks on the reference fix (orders-by-title): ${search} shows`,
      [attachment]: `speaks on the reference fix (dot-dot): ${attachment} shows`,
    });
  });

  it('is wrong when a notice breaks down', async () => {
    const broken = [
      ...attacked,
      sighting(['functional', 'orders-by-title'], [], 'a notice failed by itself'),
    ];
    expect((await becauseOf(broken))[search]).toContain('orders-by-title: a notice failed by itself');
  });
});

it('is not proven by a run that was cut off', async () => {
  const { sandbox } = scriptedSandbox(async (_submission, { onSighting }) => {
    for (const one of attacked) onSighting?.(one);
    return verdictOf([], { outcome: 'fail', message: 'The app was stopped while the checks ran.' });
  });
  const [proof] = await verifyNotices(lab, sandbox);
  expect(proof).toMatchObject({ right: false });
  expect(proof?.because).toContain('The app was stopped while the checks ran.');
});
