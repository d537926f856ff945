import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPack, questionText } from '#server/packs/pack-for-tests.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'hotseat-cli-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function hotseat(args: readonly string[], input = '') {
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { ...process.env, HOTSEAT_HOME: home },
    input,
    encoding: 'utf8',
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

const spoken =
  'I would use Argon2id, a slow hash, because whoever steals the table guesses offline on graphics cards 🙂. ' +
  'Every password gets its own random salt, so that two people with the same password have different values.';

describe('hotseat grade', () => {
  it('prints the contract, with quotes that are slices of the answer', () => {
    const { status, out } = hotseat(
      ['grade', '--question', 'password-storage', '--answer', '-', '--json'],
      spoken,
    );
    expect(status).toBe(0);
    const grade = JSON.parse(out);
    expect(Object.keys(grade)).toEqual(['question', 'score', 'band', 'points', 'misconceptions', 'flags']);
    expect(grade.points.filter((point: { met: string }) => point.met === 'yes').length).toBeGreaterThan(1);
    for (const { quotes } of [...grade.points, ...grade.misconceptions, ...grade.flags]) {
      for (const { text, start, end } of quotes) expect(spoken.slice(start, end)).toBe(text);
    }
  });

  it('finds the red flags of any text, and none in talking about them', () => {
    const lines = [
      { id: 1, answer: 'Honestly, the developers are lazy and we have to force them.' },
      { id: 2, answer: 'Some say that developers are lazy; I never met one who was.' },
    ];
    const input = lines.map((line) => JSON.stringify(line)).join('\n');
    const { out } = hotseat(['grade', '--flags', '--batch', '-', '--json'], input);
    const [shown, clean] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(shown).toMatchObject({ id: 1, flags: [{ id: 'us-versus-them', quotes: [{ start: 0 }] }] });
    expect(clean).toEqual({ id: 2, flags: [] });
  });

  it('grades a batch in order, and keeps the ids', () => {
    const lines = [
      { id: 'b', question: 'password-storage', answer: spoken },
      { id: 'a', question: 'sessions', answer: "I don't know." },
    ];
    const file = join(home, 'batch.jsonl');
    writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
    const { out } = hotseat(['grade', '--batch', file, '--json']);
    const grades = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(grades.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(grades[0].score).toBeGreaterThan(grades[1].score);
    expect(grades[1].score).toBe(0);
  });

  it('grades against references, line separators inside the text included', () => {
    const line = JSON.stringify({
      id: 7,
      question: 'Why does a salt help?',
      references: ['Equal passwords get different hashes, so precomputed tables are useless.'],
      answer: 'Two equal passwords get different hashes,\u2028so a precomputed table is useless.',
    });
    const { out } = hotseat(['grade', '--reference', '--batch', '-', '--json'], line);
    expect(JSON.parse(out)).toEqual({ id: 7, score: expect.any(Number) });
    expect(JSON.parse(out).score).toBeGreaterThan(0.5);
  });

  it('puts an error in the place of a bad line, grades the others and exits with status 1', () => {
    const good = JSON.stringify({ id: 'good', question: 'password-storage', answer: spoken });
    const alone = hotseat(['grade', '--batch', '-', '--json'], good);
    expect(alone.status).toBe(0);
    const lines = [
      'not json',
      '[1, 2]',
      '{"id": 3, "question": "no-such", "answer": ""}',
      '',
      good,
      '{"id": "four", "question": "sessions"}',
      JSON.stringify({ question: 'sessions', answer: 'x'.repeat(40_001) }),
    ];
    const { status, out, err } = hotseat(['grade', '--batch', '-', '--json'], lines.join('\n'));
    expect(status).toBe(1);
    expect(err).toContain('5 of 7 lines');
    const printed = out.trim().split('\n');
    expect(printed[3]).toBe(alone.out.trim());
    const errors = printed.filter((line) => line !== printed[3]).map((line) => JSON.parse(line));
    expect(errors.map(({ id }) => id)).toEqual([undefined, undefined, 3, 'four', undefined]);
    expect(errors.map(({ error }) => error.message)).toEqual([
      expect.stringContaining('Line 1: This is not JSON'),
      expect.stringContaining('Line 2:'),
      expect.stringContaining('no sound question "no-such"'),
      expect.stringContaining('answer'),
      expect.stringContaining('40000'),
    ]);
    for (const { error } of errors) expect(error.mend.length).toBeGreaterThan(20);
  });

  it('puts an error in the place of a bad line against references too', () => {
    const { status, out } = hotseat(
      ['grade', '--reference', '--batch', '-'],
      '{"id":1,"question":"q","answer":"a","references":[]}\n',
    );
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      id: 1,
      error: { message: expect.stringContaining('references') },
    });
  });

  it.each([
    [
      'an unknown question',
      ['grade', '--question', 'no-such', '--answer', '-'],
      'x',
      /no question "no-such"/,
    ],
    ['a missing option', ['grade'], '', /--question/],
    ['a file that is not there', ['grade', '--question', 'ssrf', '--answer', '/nowhere'], '', /nowhere/],
  ])('says what is wrong with %s', (_, args, input, message) => {
    const { status, err } = hotseat(args, input);
    expect(status).toBe(1);
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('hotseat content', () => {
  it('lints a pack: status 1 and every place with errors, 0 without', () => {
    const pack = createPack('cli');
    pack.write(
      'questions/binding.md',
      questionText('binding', (text) => text.replace('tier: must', 'tier: vital')),
    );
    const wrong = hotseat(['content', 'lint', pack.folder]);
    expect(wrong.status).toBe(1);
    expect(wrong.out).toMatch(/questions\/binding\.md:\d+:\d+ {2}error/);
    const json = JSON.parse(hotseat(['content', 'lint', pack.folder, '--json']).out);
    expect(json[0]).toMatchObject({
      file: 'questions/binding.md',
      line: expect.any(Number),
      mend: expect.any(String),
    });
    pack.dispose();
  });

  it('prints no control characters of a hostile pack', () => {
    const pack = createPack('cli');
    pack.write('questions/\u001b[31mred.md', 'nothing');
    const { out } = hotseat(['content', 'lint', pack.folder]);
    expect(out).toContain('\\x1b[31mred.md');
    expect(out).not.toContain('\u001b');
    pack.dispose();
  });

  it('adds a pack, grades with it, lists and removes it', () => {
    const pack = createPack('cli');
    pack.write('questions/cli-binding.md', questionText('cli-binding'));
    expect(hotseat(['content', 'add', pack.folder])).toMatchObject({
      status: 0,
      out: expect.stringContaining('1 questions'),
    });
    expect(hotseat(['content', 'list']).out).toMatch(/^cli {2}/m);
    const grade = hotseat(['grade', '--question', 'cli-binding', '--answer', '-', '--json'], spoken);
    expect(JSON.parse(grade.out).question).toBe('cli-binding');
    expect(hotseat(['content', 'remove', 'cli']).status).toBe(0);
    expect(hotseat(['content', 'list']).out).not.toMatch(/^cli {2}/m);
    pack.dispose();
  });
});

describe('hotseat content add that is ended halfway', { timeout: 60_000 }, () => {
  const large = createPack('large');
  const own = mkdtempSync(join(tmpdir(), 'hotseat-cli-'));
  const environment = { ...process.env, HOTSEAT_HOME: own };
  beforeAll(() => {
    for (let index = 0; index < 400; index += 1)
      large.write(`questions/large-${index}.md`, questionText(`large-${index}`));
  });
  afterAll(() => {
    large.dispose();
    rmSync(own, { recursive: true });
  });
  const inPacks = () => (existsSync(join(own, 'packs')) ? readdirSync(join(own, 'packs')) : []);
  async function endHalfway(signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
    const adding = spawn(process.execPath, [main, 'content', 'add', large.folder], { env: environment });
    const ended = once(adding, 'exit');
    await expect.poll(inPacks, { interval: 5, timeout: 15_000 }).toHaveLength(1);
    await expect
      .poll(() => readdirSync(join(own, 'packs', inPacks()[0] ?? '')), { interval: 5, timeout: 15_000 })
      .toContain('pack.yaml');
    adding.kill(signal);
    return (await ended)[1];
  }

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves nothing behind on %s', async (signal) => {
    expect(await endHalfway(signal)).toBe(signal);
    expect(inPacks()).toEqual([]);
  });

  it('leaves to the next content command what a kill left behind', async () => {
    expect(await endHalfway('SIGKILL')).toBe('SIGKILL');
    expect(inPacks()).toHaveLength(1);
    spawnSync(process.execPath, [main, 'content', 'list'], { env: environment });
    expect(inPacks()).toEqual([]);
  });
});

describe('hotseat doctor and export', () => {
  it('tells what works, with a mend for what does not', () => {
    const items = JSON.parse(hotseat(['doctor', '--json']).out);
    expect(items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['Node.js', 'Your data', 'Disk', 'Pack core']),
    );
    for (const { state, mend } of items) expect(state === 'ready' || mend !== null).toBe(true);
  });

  it('refuses to export a damaged database, and leaves it as it is', () => {
    const damaged = mkdtempSync(join(tmpdir(), 'hotseat-cli-'));
    const file = join(damaged, 'hotseat.db');
    writeFileSync(file, 'garbage '.repeat(200));
    const ran = spawnSync(process.execPath, [main, 'export', join(damaged, 'backup.json')], {
      env: { ...process.env, HOTSEAT_HOME: damaged },
      encoding: 'utf8',
    });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain('is damaged');
    expect(readFileSync(file, 'utf8')).toBe('garbage '.repeat(200));
    expect(readdirSync(damaged)).toEqual(['hotseat.db']);
    rmSync(damaged, { recursive: true });
  });

  it('exports everything as one document', () => {
    expect(JSON.parse(hotseat(['export']).out)).toMatchObject({
      format: 'hotseat-export',
      version: 5,
      attempts: [],
    });
  });
});
