import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewFinding } from './finding.ts';
import { readSarif, toSarif } from './sarif.ts';

const require = createRequire(import.meta.url);
const { $schema: _, id: __, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);

const files = ['notes/search.py', 'notes/files.py', 'web/a b#1.js', 'src/main/java/com/example/Upload.java'];
const read = (log: object): readonly ReviewFinding[] => {
  const reading = readSarif(JSON.stringify(log), files);
  if (!reading.ok) throw new Error(reading.message);
  return reading.findings;
};

type Parts = { result?: object; rule?: object; run?: object; uri?: string; region?: object };

/** A log with one result, as a scanner might write it. */
const logWith = ({
  result,
  rule,
  run,
  uri = 'notes/search.py',
  region = { startLine: 11 },
}: Parts): object => ({
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Scanner', rules: [{ id: 'rule', ...rule }] } },
      results: [
        {
          ruleId: 'rule',
          message: { text: 'Something is wrong.' },
          locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
          ...result,
        },
      ],
      ...run,
    },
  ],
});

const anyFinding: fc.Arbitrary<ReviewFinding> = fc
  .record(
    {
      file: fc.constantFrom(...files),
      startLine: fc.integer({ min: 1, max: 500 }),
      length: fc.integer({ min: 0, max: 20 }),
      cwe: fc.constantFrom(89, 22, 79, 5),
      cvss: fc.constant('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N'),
      severity: fc.constantFrom('none', 'low', 'medium', 'high', 'critical'),
      explanation: fc.string(),
      remediation: fc.string(),
    },
    { requiredKeys: ['file', 'startLine', 'length', 'severity'] },
  )
  .map(({ length, ...finding }) => ({ ...finding, endLine: finding.startLine + length }));

describe('findings as SARIF', () => {
  it('keep to the schema of SARIF 2.1.0', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 6 }), (findings) => {
        const log = toSarif(findings, '1.2.3');
        expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
      }),
    );
  });

  it('are refused by that schema when they are damaged, so the test can fail', () => {
    expect(isSarif({ ...toSarif([], '1.0.0'), version: '2.0' })).toBe(false);
  });

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 6 }), (findings) => {
        expect(read(toSarif(findings, '1.0.0'))).toEqual(findings);
      }),
    );
  });

  it('rate without a vector or a severity as a warning', () => {
    const [result] = read(toSarif([{ file: 'notes/search.py', startLine: 3 }], '1.0.0'));
    expect(result).toEqual({ file: 'notes/search.py', startLine: 3, endLine: 3, severity: 'medium' });
  });
});

describe('the weakness in a log', () => {
  it.each<[string, Parts]>([
    [
      'CodeQL tags',
      { rule: { properties: { tags: ['security', 'external/cwe/cwe-089', 'external/cwe/cwe-564'] } } },
    ],
    [
      'Semgrep tags',
      {
        rule: {
          properties: {
            tags: ["CWE-89: Improper Neutralization of Special Elements ('SQL Injection')", 'OWASP-A03:2021'],
          },
        },
      },
    ],
    [
      'Bandit tags',
      { rule: { properties: { tags: ['security', 'external/cwe/cwe-89'], precision: 'medium' } } },
    ],
    [
      'gosec and SpotBugs relationships',
      {
        rule: {
          relationships: [
            {
              target: { id: '89', index: 3, toolComponent: { name: 'CWE', guid: 'f2856fc0' } },
              kinds: ['superset'],
            },
          ],
        },
      },
    ],
    ['taxa of the result', { result: { taxa: [{ id: 'CWE-89', toolComponent: { name: 'cwe' } }] } }],
    ['a property of the rule', { rule: { properties: { cwe: ['CWE-89: SQL Injection'] } } }],
    ['a number as a property', { result: { properties: { cwe: 89 } } }],
    ['the id of the rule', { result: { ruleId: 'CWE-89' } }],
    ['the link of the rule', { rule: { helpUri: 'https://cwe.mitre.org/data/definitions/89.html' } }],
    ['the message', { result: { message: { text: 'Statement built from input (CWE-89)' } } }],
  ])('is read from %s', (_, parts) => {
    expect(read(logWith(parts))[0]?.cwe).toBe(89);
  });

  it('is none where the log tells none, and no number of another taxonomy', () => {
    expect(
      read(logWith({ result: { taxa: [{ id: '89', toolComponent: { name: 'OWASP' } }] } }))[0],
    ).not.toHaveProperty('cwe');
  });

  it('is found by the index of the rule, in extensions too', () => {
    const extension = {
      name: 'queries',
      rules: [{ id: 'other' }, { id: 'sql', properties: { tags: ['external/cwe/cwe-089'] } }],
    };
    const run = { tool: { driver: { name: 'CodeQL' }, extensions: [extension] } };
    const result = { ruleId: 'sql', rule: { id: 'sql', index: 1, toolComponent: { index: 0 } } };
    expect(read(logWith({ run, result }))[0]?.cwe).toBe(89);
    expect(read(logWith({ run, result: { ruleId: 'sql/python' } }))[0]?.cwe).toBe(89);
  });
});

describe('the place in a log', () => {
  it.each<[string, Parts]>([
    ['a relative path', { uri: 'notes/search.py' }],
    ['a path with a dot', { uri: './notes/search.py' }],
    ['a path with steps', { uri: 'other/../notes/search.py' }],
    ['a path from the root of a repository', { uri: 'work/app/notes/search.py' }],
    ['an absolute path', { uri: '/home/somebody/app/notes/search.py' }],
    ['an absolute URI', { uri: 'file:///home/somebody/app/notes/search.py' }],
    ['an absolute URI of Windows', { uri: 'file:///C:/work/app/notes/search.py' }],
    ['a path of Windows', { uri: 'app\\notes\\search.py' }],
    ['an encoded path', { uri: 'app/no%74es/search.py' }],
    [
      'a base',
      {
        result: {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'search.py', uriBaseId: 'NOTES' },
                region: { startLine: 11 },
              },
            },
          ],
        },
        run: {
          originalUriBaseIds: {
            NOTES: { uri: 'notes/', uriBaseId: 'ROOT' },
            ROOT: { uri: 'file:///home/app/' },
          },
        },
      },
    ],
    [
      'an artifact',
      {
        result: {
          locations: [{ physicalLocation: { artifactLocation: { index: 0 }, region: { startLine: 11 } } }],
        },
        run: { artifacts: [{ location: { uri: 'notes/search.py' } }] },
      },
    ],
  ])('is read from %s', (_, parts) => {
    expect(read(logWith(parts))).toEqual([
      expect.objectContaining({ file: 'notes/search.py', startLine: 11, endLine: 11 }),
    ]);
  });

  it('decodes names with blanks and number signs', () => {
    expect(read(logWith({ uri: 'web/a%20b%231.js' }))[0]?.file).toBe('web/a b#1.js');
  });

  it('has an end only where the log gives one', () => {
    expect(read(logWith({ region: { startLine: 9, endLine: 12 } }))[0]).toMatchObject({
      startLine: 9,
      endLine: 12,
    });
  });

  it('does not loop over bases that stand on each other', () => {
    const run = {
      originalUriBaseIds: { A: { uri: 'a/', uriBaseId: 'B' }, B: { uri: 'b/', uriBaseId: 'A' } },
    };
    const locations = [
      {
        physicalLocation: {
          artifactLocation: { uri: 'notes/search.py', uriBaseId: 'A' },
          region: { startLine: 1 },
        },
      },
    ];
    expect(read(logWith({ run, result: { locations } }))).toHaveLength(1);
  });
});

describe('the severity in a log', () => {
  it.each<[string, Parts, string]>([
    ['a score of the rule', { rule: { properties: { 'security-severity': '9.8' } } }, 'critical'],
    ['a score as a number', { result: { properties: { 'security-severity': 5.5 } } }, 'medium'],
    ['the severity of Bandit', { result: { level: 'error', properties: { issue_severity: 'LOW' } } }, 'low'],
    ['the level', { result: { level: 'error' } }, 'high'],
    ['the level of the rule', { rule: { defaultConfiguration: { level: 'note' } } }, 'low'],
    ['no level at all', {}, 'medium'],
  ])('is read from %s', (_, parts, severity) => {
    expect(read(logWith(parts))[0]?.severity).toBe(severity);
  });
});

describe('a log in its whole', () => {
  it('may have several runs', () => {
    const [one] = (logWith({}) as { runs: object[] }).runs;
    expect(read({ version: '2.1.0', runs: [one, { tool: { driver: { name: 'Idle' } } }, one] })).toHaveLength(
      2,
    );
  });

  it('fills the message from the rule and its arguments', () => {
    const rule = { messageStrings: { default: { text: '{0} reaches {1}.' } } };
    const result = { message: { id: 'default', arguments: ['The term', 'the statement'] } };
    expect(read(logWith({ rule, result }))[0]?.explanation).toBe('The term reaches the statement.');
  });

  it('leaves out what does not count, and says so', () => {
    const result = (change: object, uri = 'notes/search.py') => ({
      message: { text: 'x' },
      locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 1 } } }],
      ...change,
    });
    const results = [
      result({}),
      result({}, 'node_modules/x/index.js'),
      result({ locations: [{ physicalLocation: { artifactLocation: { uri: 'notes/search.py' } } }] }),
      result({ locations: [] }),
      result({ suppressions: [{ kind: 'inSource' }] }),
      result({ suppressions: [{ kind: 'inSource', status: 'rejected' }] }),
      result({ kind: 'pass' }),
      result({ baselineState: 'absent' }),
    ];
    const reading = readSarif(JSON.stringify(logWith({ run: { results } })), files);
    expect(reading).toMatchObject({
      ok: true,
      notes: [
        'Left out: 2 results in files that are not of this lab.',
        'Left out: 1 result without a line.',
        'Left out: 3 results that the log itself marks as suppressed, passed or gone.',
      ],
    });
    expect(reading.ok && reading.findings).toHaveLength(2);
  });

  it('is cut where it goes on for ever', () => {
    const results = Array.from({ length: 2500 }, () => ({
      message: { text: 'x' },
      locations: [
        { physicalLocation: { artifactLocation: { uri: 'notes/search.py' }, region: { startLine: 1 } } },
      ],
    }));
    const reading = readSarif(JSON.stringify(logWith({ run: { results } })), files);
    expect(reading).toMatchObject({ ok: true, notes: ['Left out: 500 results beyond the first 2000.'] });
  });

  it('bears odd values in places that do not matter', () => {
    const rule = { properties: { tags: 'cwe-89' }, helpUri: 5, relationships: {} };
    expect(read(logWith({ rule, result: { properties: [], level: 7, taxa: 'none' } }))).toHaveLength(1);
  });

  it.each<[string, string, string]>([
    ['no JSON', '{', 'This is not JSON'],
    ['no object', '[]', 'This is not SARIF'],
    ['no runs', '{"version":"2.1.0"}', 'runs'],
    ['another version', '{"version":"1.0.0","runs":[]}', 'SARIF 1.0.0 is not read.'],
    [
      'a line that is none',
      JSON.stringify(logWith({ region: { startLine: 0 } })),
      'runs[0].results[0].locations[0].physicalLocation.region.startLine',
    ],
    [
      'a result without a message',
      JSON.stringify(logWith({ result: { message: undefined } })),
      'runs[0].results[0].message',
    ],
  ])('is refused with a reason: %s', (_, text, part) => {
    const reading = readSarif(text, files);
    expect(reading.ok).toBe(false);
    expect(!reading.ok && reading.message).toContain(part);
    expect(!reading.ok && reading.mend).not.toBe('');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.json(), (text) => void readSarif(text, files)));
    fc.assert(
      fc.property(fc.object(), (result) => void readSarif(JSON.stringify(logWith({ result })), files)),
    );
  });
});
