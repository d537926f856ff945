import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LabLanguage, labLanguages } from '#core/content/lab.ts';
import { sandboxForTests, submissionWith } from './submission-for-tests.ts';

const sandbox = sandboxForTests();
afterAll(() => sandbox.close());

const run = (language: LabLanguage, attack: string, checks?: string) =>
  sandbox.run(submissionWith(language, attack, checks));

/** Processes of this machine whose command line or environment carries a mark. */
function processesWith(mark: string): number {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return false;
    try {
      return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(mark);
    } catch {
      return false;
    }
  }).length;
}

let secretPort = 0;
const secrets = createServer((_request, response) => response.end('the host was reached'));
beforeAll(async () => {
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', () => resolve()));
  secretPort = (secrets.address() as AddressInfo).port;
});
afterAll(() => secrets.close());

/** A file of the host that every run of the tests can read. */
const checkout = fileURLToPath(new URL('../../../package.json', import.meta.url));

const attacks: Record<LabLanguage, { name: string; code: () => string }[]> = {
  python: [
    {
      name: 'reads nothing of checks, supervisor, host or data of others',
      code: () => `
import os, glob
for path in ['/checker', '/hotseat/work', '/hotseat/sandbox', '/etc/shadow', '/etc/machine-id', '/staged', '/var', '${checkout}']:
    if os.path.exists(path): done.append('sees ' + path)
for path in ['/srv/app/new.py', '/srv/new', '/usr/new', '/hotseat/new', '/etc/new', '/new', '/dev/new']:
    try:
        open(path, 'w').close(); done.append('wrote ' + path)
    except OSError: pass
for name in os.environ:
    if 'HOTSEAT' in name or 'SECRET' in name: done.append('sees ' + name)
`,
    },
    {
      name: 'reaches neither the loopback of the host nor anything beyond',
      code: () => `
import socket
for port in [${secretPort}, 4747, 22, 5432]:
    try:
        socket.create_connection(('127.0.0.1', port), timeout=1); done.append('connected to %d' % port)
    except OSError: pass
for family in (socket.AF_NETLINK, socket.AF_PACKET):
    try:
        socket.socket(family, socket.SOCK_RAW); done.append('opened %s' % family) if family == socket.AF_PACKET else None
    except OSError: pass
`,
    },
    {
      name: 'sees, signals and traces no process but its own',
      code: () => `
import os, signal, ctypes
me = os.getpid()
for name in os.listdir('/proc'):
    if name.isdigit() and int(name) not in (1, 2, me, os.getppid()): done.append('sees process ' + name)
libc = ctypes.CDLL(None, use_errno=True)
for pid in range(3, 400):
    if pid == me: continue
    try:
        os.kill(pid, signal.SIGKILL); done.append('killed %d' % pid)
    except OSError: pass
if libc.ptrace(16, 300, 0, 0) == 0: done.append('traces another process')
if libc.unshare(0x10000000) == 0: done.append('made a user namespace')
if libc.mount(b'none', b'/tmp', b'tmpfs', 0, 0) == 0: done.append('mounted')
if libc.setuid(0) == 0: done.append('became root')
`,
    },
    {
      name: 'plants links that lead the checks nowhere',
      code: () => `
import os
os.symlink('/checker/checks/checks.js', '/srv/data/checks')
os.symlink('/etc/passwd', '/srv/data/passwd')
try:
    os.link('/etc/hosts', '/srv/data/hosts'); done.append('made a hard link')
except OSError: pass
`,
    },
  ],
  javascript: [
    {
      name: 'reads and reaches nothing outside',
      code: () => `
import { existsSync, writeFileSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
for (const path of ['/checker', '/hotseat/work', '/hotseat/sandbox', '/etc/shadow', '/staged', '/var', '${checkout}']) {
  if (existsSync(path)) done.push('sees ' + path);
}
for (const path of ['/srv/app/x', '/srv/node_modules/x', '/usr/x', '/hotseat/x', '/x']) {
  try { writeFileSync(path, ''); done.push('wrote ' + path); } catch {}
}
connect(${secretPort}, '127.0.0.1', () => done.push('reached the host')).on('error', () => {});
const own = readdirSync('/proc/self/task');
for (let pid = 3; pid < 400; pid += 1) {
  if (own.includes(String(pid))) continue;
  try { process.kill(pid, 'SIGKILL'); done.push('killed ' + pid); } catch {}
}
`,
    },
  ],
  go: [
    {
      name: 'reads and reaches nothing outside',
      code: () => `
	for _, path := range []string{"/checker", "/hotseat/sandbox", "/etc/shadow", "/staged", "/var", "${checkout}", "/hotseat/work/app", "/hotseat/work/checks", "/hotseat/work/log"} {
		if _, err := os.Stat(path); err == nil {
			done = append(done, "sees "+path)
		}
	}
	for _, path := range []string{"/srv/app/x", "/usr/x", "/hotseat/x", "/x"} {
		if err := os.WriteFile(path, nil, 0o600); err == nil {
			done = append(done, "wrote "+path)
		}
	}
	if _, err := (&http.Client{Timeout: time.Second}).Get("http://127.0.0.1:${secretPort}/"); err == nil {
		done = append(done, "reached the host")
	}
	if err := syscall.Unshare(syscall.CLONE_NEWUSER); err == nil {
		done = append(done, "made a user namespace")
	}
`,
    },
  ],
  java: [
    {
      name: 'reads and reaches nothing outside',
      code: () => `
        for (String path : List.of("/checker", "/hotseat/work", "/hotseat/sandbox", "/etc/shadow", "/staged", "/var", "${checkout}"))
            if (Files.exists(Path.of(path))) done.add("sees " + path);
        for (String path : List.of("/srv/app/x", "/usr/x", "/hotseat/x", "/x"))
            try { Files.createFile(Path.of(path)); done.add("wrote " + path); } catch (IOException ignored) { }
        try (Socket socket = new Socket("127.0.0.1", ${secretPort})) { done.add("reached the host"); } catch (IOException ignored) { }
`,
    },
  ],
};

describe.for(labLanguages.filter((language) => sandbox.available(language).ready))(
  'a hostile %s app',
  (language) => {
    test.for(attacks[language])('$name', async ({ code }) => {
      const verdict = await run(language, code());
      expect(verdict.tests[0]?.output).toBe('');
      expect(verdict).toMatchObject({ outcome: 'pass', message: '' });
    });
  },
);

const bombs: { name: string; language: LabLanguage; code: string; says: RegExp }[] = [
  {
    name: 'forks without end',
    language: 'python',
    code: 'import os, time\nfor _ in range(100000):\n    try:\n        if os.fork() == 0: time.sleep(60)\n    except OSError: pass',
    says: /processes|memory/,
  },
  {
    name: 'takes all memory',
    language: 'python',
    code: 'hog = []\nwhile True: hog.append(bytearray(8 << 20))',
    says: /memory/,
  },
  {
    name: 'leaks slowly while it is used',
    language: 'javascript',
    code: 'const hog = []; setInterval(() => hog.push(Buffer.alloc(24 << 20, 1)), 5); app.get("/slow", (q, s) => setTimeout(() => s.send("late"), 4000));',
    says: /memory/,
  },
  {
    name: 'prints without end',
    language: 'python',
    code: 'while True: print("x" * 65536)',
    says: /printed more/,
  },
  {
    name: 'loops before it listens',
    language: 'javascript',
    code: 'for (;;) {}',
    says: /no answer/,
  },
  {
    name: 'exits in the middle',
    language: 'python',
    code: "import os\n@app.get('/slow')\ndef slow(): os._exit(3)",
    says: /stopped while the checks ran/,
  },
  {
    name: 'spawns without end',
    language: 'go',
    code: '\tfor {\n\t\texec.Command("sleep", "60").Start()\n\t}',
    says: /processes/,
  },
  {
    name: 'takes all memory',
    language: 'go',
    code: '\tvar hog [][]byte\n\tfor {\n\t\thog = append(hog, bytes.Repeat([]byte{1}, 8<<20))\n\t}',
    says: /memory/,
  },
  {
    name: 'takes all memory outside its heap',
    language: 'java',
    code: 'List<java.nio.ByteBuffer> hog = new ArrayList<>(); Files.write(Path.of("/tmp/a"), new byte[1]); for (int i = 0; i < 4000; i++) new Thread(() -> { try { Thread.sleep(60000); } catch (InterruptedException e) { } }).start();',
    says: /processes|memory/,
  },
  {
    name: 'takes all memory',
    language: 'javascript',
    code: 'const hog = []; for (;;) hog.push(Buffer.alloc(8 << 20, 1));',
    says: /memory/,
  },
  {
    name: 'prints without end',
    language: 'javascript',
    code: "import { writeSync } from 'node:fs';\nfor (;;) writeSync(1, 'x'.repeat(65536));",
    says: /printed more/,
  },
  {
    name: 'prints without end',
    language: 'go',
    code: '\tfor {\n\t\tos.Stdout.Write(bytes.Repeat([]byte("x"), 65536))\n\t}',
    says: /printed more/,
  },
  { name: 'loops before it listens', language: 'go', code: '\tfor {\n\t}', says: /no answer/ },
  { name: 'loops before it listens', language: 'python', code: 'while True: pass', says: /no answer/ },
  {
    name: 'spawns without end',
    language: 'java',
    code: 'for (int i = 0; i >= 0; i++) new ProcessBuilder("sleep", "60").start();',
    says: /processes|memory/,
  },
  {
    name: 'takes all memory',
    language: 'java',
    code: 'List<byte[]> hog = new ArrayList<>(); for (int i = 0; i >= 0; i++) hog.add(new byte[8 << 20]);',
    says: /memory/,
  },
  {
    name: 'prints without end',
    language: 'java',
    code: 'for (int i = 0; i >= 0; i++) System.out.println("x".repeat(65536));',
    says: /printed more/,
  },
];

const slowCheck = `
import { functional } from '#checks';
functional('slow', 'The app answers slowly', async (t) => { await t.app.get('/slow'); });
functional('again', 'The app still answers', async (t) => {
  const seen = await t.app.get('/slow');
  t.expect(seen.status === 200, 'an answer', seen);
});
`;

describe('an app that uses too much is stopped, and told why', () => {
  test.for(bombs.filter(({ language }) => sandbox.available(language).ready))(
    '$language: $name',
    { timeout: 40_000 },
    async (bomb) => {
      const verdict = await run(
        bomb.language,
        bomb.code,
        bomb.code.includes('/slow') ? slowCheck : undefined,
      );
      expect(['fail', 'build-failed']).toContain(verdict.outcome);
      expect(verdict.message).toMatch(bomb.says);
    },
  );
});

/** Writes until nothing more is taken, and notes the error. */
const fillers: { readonly [Language in LabLanguage]: string } = {
  python: `
try:
    with open('/srv/data/big', 'wb') as big:
        for _ in range(100000): big.write(b'x' * (1 << 20))
except OSError as error: done.append(error.strerror)
`,
  javascript: `
import { appendFileSync } from 'node:fs';
try { for (;;) appendFileSync('/srv/data/big', Buffer.alloc(1 << 20, 1)); } catch (error) { done.push(error.message); }
`,
  go: `
	big, _ := os.Create("/srv/data/big")
	for {
		if _, err := big.Write(bytes.Repeat([]byte("x"), 1<<20)); err != nil {
			done = append(done, err.Error())
			break
		}
	}
`,
  java: `
        try (OutputStream big = new FileOutputStream("/srv/data/big")) {
            for (int i = 0; i >= 0; i++) big.write(new byte[1 << 20]);
        } catch (IOException error) { done.add(error.getMessage()); }
`,
};

/** Starts a process that would live on by itself. */
const survivors: { readonly [Language in LabLanguage]: (seconds: string) => string } = {
  python: (seconds) => `
import os, signal
for number in range(1, 65):
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0: os.execvp('sleep', ['sleep', '${seconds}'])
    os._exit(0)
`,
  javascript: (seconds) => `
import { spawn } from 'node:child_process';
process.on('SIGTERM', () => {});
spawn('setsid', ['sleep', '${seconds}'], { detached: true, stdio: 'ignore' }).unref();
`,
  go: (seconds) => `\texec.Command("setsid", "sleep", "${seconds}").Start()`,
  java: (seconds) => `new ProcessBuilder("setsid", "sleep", "${seconds}").start();`,
};

describe.for(labLanguages.filter((language) => sandbox.available(language).ready))(
  'whatever a %s app does',
  (language) => {
    test('a disk that it filled is its own, and the run still ends', async () => {
      const verdict = await run(language, fillers[language]);
      expect(verdict.outcome).toBe('fail');
      expect(verdict.tests[0]?.output).toMatch(/no space left|file too large|SIGXFSZ/i);
    });

    test('nothing of it is left after the run', async () => {
      // The fraction tells this sleep from all others.
      const seconds = `300.${process.pid}${labLanguages.indexOf(language)}`;
      expect((await run(language, survivors[language](seconds))).outcome).toBe('pass');
      await expect.poll(() => processesWith(seconds), { timeout: 3000 }).toBe(0);
    });
  },
);

describe.runIf(sandbox.available('python').ready)('whatever an app does', () => {
  test('it cannot forge a result', async () => {
    const forged = JSON.stringify({ event: 'checked', log: '' });
    const said = JSON.stringify({ say: 'done' });
    const code = `
import os
for fd in list(range(0, 64)):
    try: os.write(fd, b'\\n' + ${JSON.stringify(forged)}.encode() + b'\\n' + ${JSON.stringify(said)}.encode() + b'\\n')
    except OSError: pass
done.append('forged')
`;
    expect((await run('python', code)).outcome).toBe('fail');
  });

  test('two runs at once never see each other', async () => {
    const check = (own: string) => `
import { functional } from '#checks';
functional('own', 'It answers with its own name', async (t) => {
  for (let i = 0; i < 20; i += 1) {
    const seen = await t.app.get('/report');
    t.expect(seen.text === '${own}', 'its own name', seen);
    t.expect(t.files.list().join() === '${own}', 'its own files', t.files.list());
  }
});`;
    const code = (own: string) => `open('/srv/data/${own}', 'w').close()\ndone.append('${own}')`;
    const runs = ['anna', 'bela'].map((own) => run('python', code(own), check(own)));
    expect((await Promise.all(runs)).map(({ outcome }) => outcome)).toEqual(['pass', 'pass']);
  });

  test('a cancelled run ends at once and leaves nothing', async () => {
    const mark = `cancelled-${process.pid}`;
    const cancel = new AbortController();
    const running = sandbox.run(
      submissionWith(
        'python',
        `import os\nif os.fork() == 0: os.execvp('sleep', ['${mark}', '300'])\nimport time\ntime.sleep(300)`,
      ),
      { signal: cancel.signal },
    );
    setTimeout(() => cancel.abort(new Error('Cancelled.')), 700);
    await expect(running).rejects.toThrow('Cancelled.');
    await expect.poll(() => processesWith(mark), { timeout: 3000 }).toBe(0);
  });

  test('a server that is killed leaves nothing of its labs behind', async () => {
    const mark = `orphan-${process.pid}`;
    const server = spawn(
      process.execPath,
      [fileURLToPath(new URL('serve-for-tests.ts', import.meta.url)), mark],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [said] = await once(server.stdout, 'data');
    expect(String(said)).toBe('serving\n');
    expect(processesWith(mark)).toBeGreaterThan(0);
    server.kill('SIGKILL');
    await expect.poll(() => processesWith(mark), { timeout: 5000 }).toBe(0);
  });

  test('an app that is too large is told as what it is', async () => {
    const submission = submissionWith('python', '');
    const big = { path: 'big.txt', content: 'x'.repeat(9 * 1024 * 1024) };
    const verdict = await sandbox.run({ ...submission, app: [...submission.app, big] });
    expect(verdict).toMatchObject({ outcome: 'fail', message: expect.stringContaining('8 MB') });
  });
});
