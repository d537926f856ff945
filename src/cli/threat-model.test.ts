import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hotseat-threat-model-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function hotseat(...args: readonly string[]) {
  const ran = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', main, 'threat-model', ...args],
    {
      env: { ...process.env, HOTSEAT_HOME: home },
      encoding: 'utf8',
    },
  );
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

function fileWith(name: string, model: object): string {
  const file = join(home, name);
  writeFileSync(file, JSON.stringify(model));
  return file;
}

const model = {
  version: 1,
  title: 'Shop',
  elements: [
    { id: 'user', kind: 'actor', label: 'User' },
    { id: 'web', kind: 'process', label: 'Web' },
  ],
  flows: [
    {
      id: 'order',
      label: 'Order',
      from: 'user',
      to: 'web',
      facts: { 'public-network': 'yes', encrypted: 'no', 'carries-credentials': 'yes' },
    },
  ],
  assumptions: [{ id: 'a', text: 'The cloud is sound.' }],
};

describe('hotseat threat-model', () => {
  it('analyzes a model: threats with their reasons, questions with their facts', () => {
    const { status, out } = hotseat('analyze', fileWith('shop.json', model), '--json');
    expect(status).toBe(0);
    const { threats, questions } = JSON.parse(out);
    expect(threats).toContainEqual(
      expect.objectContaining({
        rule: 'read-on-public-network',
        element: 'order',
        stride: 'information-disclosure',
        because: expect.arrayContaining(['“Order” from User to Web is not encrypted.']),
      }),
    );
    for (const { mitigations } of threats) expect(mitigations.length).toBeGreaterThan(0);
    expect(questions).toContainEqual(
      expect.objectContaining({ element: 'order', fact: 'receiver-authenticated' }),
    );
  });

  it('converts to a file, and tells what was lost', () => {
    const out = join(home, 'dragon.json');
    const ran = hotseat(
      'convert',
      fileWith('shop.json', model),
      '--to',
      'threat-dragon',
      '--out',
      out,
      '--json',
    );
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ from: 'hotseat', to: 'threat-dragon', out });
    expect(ran.out).toContain('assumptions');
    expect(ran.err).toContain('not carried: the model: Threat Dragon has no assumptions.');
    expect(JSON.parse(readFileSync(out, 'utf8')).summary.title).toBe('Shop');
  });

  it('reports as Markdown with the diagram, and as PDF', () => {
    const file = fileWith('report.json', model);
    expect(hotseat('report', file).out).toMatch(/^# Shop\n[\s\S]*!\[Data-flow diagram\]/);
    const pdf = join(home, 'report.pdf');
    expect(hotseat('report', file, '--format', 'pdf', '--output', pdf)).toMatchObject({ status: 0, out: '' });
    expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/);
  }, 60_000);

  it('puts no PDF on a terminal', () => {
    const { status, err } = hotseat('report', fileWith('report.json', model), '--format', 'pdf');
    expect(status).toBe(1);
    expect(err).toContain('--output report.pdf');
  });

  it('refuses a model with errors by status 2, with path and mend', () => {
    const { status, err } = hotseat('report', fileWith('bad.json', { ...model, elements: [] }));
    expect(status).toBe(2);
    expect(err).toContain(
      'flows[0].from: There is no element "user". Correct the id, or remove the reference.',
    );
  });
});
