import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
let room: string;
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'hotseat-author-'));
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

/** Runs a command in the room, where `pack` and `work` are folders of the author. */
function hotseat(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    cwd: room,
    env: { ...process.env, HOTSEAT_HOME: join(room, 'home') },
    encoding: 'utf8',
  });
  return { status: ran.status, out: ran.stdout, err: ran.stderr };
}

const make = () => hotseat('labs', 'new', 'staff-handbook', '--language', 'python', '--pack', 'pack');

describe('writing a lab on the command line', () => {
  it('makes a lab, opens it without adding its pack, and keeps a change as a fix', () => {
    expect(make()).toMatchObject({ status: 0, err: '' });
    expect(hotseat('content', 'lint', 'pack').out).toContain('1 labs checked: 0 errors, 0 warnings');
    const opened = hotseat('labs', 'open', 'staff-handbook', '--dir', 'work', '--pack', 'pack');
    expect(opened.out).toContain('labs check work --pack pack');
    const file = join(room, 'work/app/handbook/pages.py');
    writeFileSync(file, readFileSync(file, 'utf8').replace('name)', 'name.lower())'));
    const fix = ['labs', 'fix', 'staff-handbook', 'accept-lower-case', '--from', 'work', '--pack', 'pack'];
    expect(hotseat(...fix).out).toContain(
      'Fill in pack/labs/staff-handbook/fixes/accept-lower-case/fix.yaml',
    );
    const again = hotseat(...fix);
    expect(again).toMatchObject({ status: 1, out: '' });
    expect(again.err).toContain('exists already.\n→ Remove it first');
  });

  it('writes over no lab and into no other folder', () => {
    make();
    expect(make()).toMatchObject({ status: 1, err: expect.stringContaining('exists already.') });
    mkdirSync(join(room, 'letters'));
    writeFileSync(join(room, 'letters/one.txt'), 'Dear all');
    const stray = hotseat('labs', 'new', 'staff-handbook', '--language', 'go', '--pack', 'letters');
    expect(stray).toMatchObject({ status: 1, err: expect.stringContaining('holds no pack.yaml') });
    expect(existsSync(join(room, 'letters/labs'))).toBe(false);
  });

  it('says what to do about a folder that is no pack, and about a lab with errors', () => {
    const nowhere = hotseat('labs', 'verify', '--pack', 'nowhere');
    expect(nowhere).toMatchObject({ status: 1, err: expect.stringContaining('nowhere is no pack') });
    make();
    rmSync(join(room, 'pack/labs/staff-handbook/brief.md'));
    const broken = hotseat('labs', 'open', 'staff-handbook', '--dir', 'work', '--pack', 'pack');
    expect(broken.status).toBe(1);
    expect(broken.err).toContain('hotseat content lint pack --lab staff-handbook');
  });
});
