import { describe, expect, it } from 'vitest';
import { readFindings } from './read-findings.ts';
import { toSarif } from './sarif.ts';

const files = ['notes/search.py', 'notes/files.py'];
const finding = { file: 'notes/search.py', startLine: 9, endLine: 12, cwe: 89, severity: 'high' };
const read = (value: unknown) => readFindings(JSON.stringify(value), files);

describe('a file of findings', () => {
  it.each([
    ['an array', [finding]],
    ['an object with findings', { findings: [finding], tool: 'mine' }],
    ['a SARIF log', toSarif([{ ...finding, severity: 'high' }], '1.0.0')],
  ])('may be %s', (_, value) => {
    expect(read(value)).toEqual({ ok: true, findings: [finding], notes: [] });
  });

  it('may begin with a byte order mark', () => {
    expect(readFindings(`\uFEFF${JSON.stringify([finding])}`, files).ok).toBe(true);
  });

  it('may name the weakness as people write it, and the file as a tool does', () => {
    const reading = read([{ file: '/home/me/app/notes/files.py', startLine: 9, cwe: 'CWE-022' }]);
    expect(reading).toMatchObject({ findings: [{ file: 'notes/files.py', cwe: 22 }] });
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown file',
      [finding, { ...finding, file: 'search.py' }],
      'findings[1].file: the app has no file "search.py".',
    ],
    ['a line that is none', [{ ...finding, startLine: 0 }], 'findings[0].startLine'],
    [
      'an end before the start',
      [{ ...finding, endLine: 3 }],
      'findings[0].endLine: the last line stands before the first.',
    ],
    [
      'a weakness that is none',
      [{ ...finding, cwe: 'SQL' }],
      'findings[0].cwe: write a number, or "CWE-89".',
    ],
    ['a vector that is none', [{ ...finding, cvss: 'CVSS:4.0/AV:N' }], 'findings[0].cvss: The metric AC'],
    ['a key that is none', [{ ...finding, line: 3 }], 'findings[0]'],
    ['something else', 5, 'This is no list of findings'],
    ['too many', Array.from({ length: 2001 }, () => finding), 'This is no list of findings'],
  ])('is refused with the place and a mend: %s', (_, value, part) => {
    const reading = read(value);
    expect(!reading.ok && reading.message).toContain(part);
    expect(!reading.ok && reading.mend.length > 10).toBe(true);
  });

  it('is refused when it is no JSON', () => {
    expect(readFindings('file,line', files)).toMatchObject({
      ok: false,
      message: expect.stringContaining('not JSON'),
    });
  });
});
