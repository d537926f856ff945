import { expect, it } from 'vitest';
import { isTooLongForLab, type LabWork, textOfWork, workOfText } from './work.ts';

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
