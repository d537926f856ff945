import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPack } from './pack-files.ts';
import { createPack, type PackForTests } from './pack-for-tests.ts';
import { readThreatRules } from './read-threat-rules.ts';

let pack: PackForTests;
beforeEach(() => {
  pack = createPack();
});
afterEach(() => pack.dispose());

const sound = `rules:
  - id: read-along
    title: Somebody reads along
    stride: information-disclosure
    on: flow
    when: { not: { fact: encrypted } }
    explanation: It is read on the way.
    questions: { encrypted: Is it encrypted? }
    cwe: [319]
    mitigations: [{ title: Encrypt it, kind: prevents, asvs: [V12.2] }]
    falsePositive: It is public.
`;

function read(...texts: readonly string[]) {
  for (const [index, text] of texts.entries()) pack.write(`threat-rules/r${index}.yaml`, text);
  return readThreatRules(pack.folder, listPack(pack.folder).threatRules);
}

describe('reading threat rules', () => {
  it('reads a sound file', () => {
    const { rules, problems } = read(sound);
    expect(problems).toEqual([]);
    expect(rules.map(({ id }) => id)).toEqual(['read-along']);
  });

  it.each([
    ['a fact of another kind', 'fact: encrypted', 'fact: redundant', 'fact-of-other-kind', 6],
    [
      'a relation that a flow lacks',
      '{ not: { fact: encrypted } }',
      '{ incoming: { fact: encrypted } }',
      'misplaced-condition',
      6,
    ],
    ['a question that nothing asks', 'questions: { encrypted', 'questions: { logged', 'idle-question', 8],
    ['a CWE that does not exist', 'cwe: [319]', 'cwe: [99999]', 'unknown-cwe', 9],
    ['a section that ASVS lacks', 'V12.2', 'V12.9', 'invalid', 10],
    ['two keys in a condition', '{ not: {', '{ boundary: enters, not: {', 'invalid', 6],
    ['an unknown key', 'on: flow', 'where: flow', 'unknown-key', 5],
    ['an unknown fact', 'fact: encrypted', 'fact: encripted', 'wrong-value', 6],
  ])('finds %s, with its line and the mend', (_, from, to, rule, line) => {
    const { rules, problems } = read(sound.replace(from, to));
    expect(rules).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ rule, line, file: 'threat-rules/r0.yaml' }));
    for (const { mend } of problems) expect(mend).not.toBe('');
  });

  it('finds an id that another file has', () => {
    const { rules, problems } = read(sound, sound);
    expect(rules).toHaveLength(1);
    expect(problems).toMatchObject([{ rule: 'duplicate-id', file: 'threat-rules/r1.yaml', line: 2 }]);
  });
});
