import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readSarif } from '#core/review/sarif.ts';
import { triageSarif } from '#core/triage/sarif.ts';
import { smallSet } from '#core/triage/sets-for-tests.ts';
import { loadTriage } from './load-triage.ts';
import { cvssScore } from './read-triage.ts';

const require = createRequire(import.meta.url);
const { $schema: _, id: __, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
const options = { version: '1.2.3', scoreOf: cvssScore };
const folder = join(import.meta.dirname, '../../../content/core');
const sets = [...loadTriage([{ folder }]).values()];

describe('findings as SARIF', () => {
  it.each(sets.map((set) => [set.slug, set] as const))('%s is valid and whole', (_slug, set) => {
    const log = triageSarif(set, options);
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    const text = JSON.stringify(log);
    for (const { id } of set.findings) expect(text).toContain(`"hotseatFinding/v1":"${id}"`);
  });

  it('is read by the reader of SARIF, place and weakness included', () => {
    const read = readSarif(JSON.stringify(triageSarif(smallSet, options)), ['a b/c#.ts']);
    expect(read).toMatchObject({
      ok: true,
      findings: [{ startLine: 3, cwe: 502, severity: 'critical' }, {}],
    });
  });

  it('tells nothing of what experts know', () => {
    const text = JSON.stringify(triageSarif(smallSet, options));
    for (const secret of ['It is not there.', 'duplicateOf', 'Anyone steals', 'not-reached'])
      expect(text).not.toContain(secret);
  });
});
