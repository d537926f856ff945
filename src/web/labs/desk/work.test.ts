import { expect, it } from 'vitest';
import { isTooLongForLab, isWork, type LabWork, textOfWork, workOfText } from './work.ts';

const work: LabWork = {
  findings: [{ startLine: 2, file: 'a.py', cwe: 89, explanation: 'It is pasted in.' }],
  files: { 'b.py': 'x = 1\n', 'a.py': null },
  explanation: 'Bind it.',
};

it('comes back from its text as it was', () => {
  expect(workOfText(textOfWork(work))).toEqual(work);
});

it('gives the same text whatever the order that the server answers in', () => {
  const shuffled: LabWork = {
    explanation: work.explanation,
    files: { 'a.py': null, 'b.py': 'x = 1\n' },
    findings: [{ explanation: 'It is pasted in.', cwe: 89, file: 'a.py', startLine: 2 }],
  };
  expect(textOfWork(shuffled)).toEqual(textOfWork(work));
});

it('is too long when one part is', () => {
  expect(isTooLongForLab(textOfWork(work))).toBe(false);
  expect(isTooLongForLab(textOfWork({ ...work, files: { 'a.py': 'x'.repeat(131_073) } }))).toBe(true);
});

it.each([
  'not JSON',
  'null',
  '[]',
  '{}',
  '{"findings":[],"files":{},"explanation":7}',
  '{"findings":[{}],"files":{},"explanation":""}',
  '{"findings":[],"files":{"a.py":1},"explanation":""}',
])('is not the work of a lab: %s', (answer) => {
  expect(isWork({ answer, notes: '' })).toBe(false);
});

it('is known by its text', () => {
  expect(isWork(textOfWork(work))).toBe(true);
});
