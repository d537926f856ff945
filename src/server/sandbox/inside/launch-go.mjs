// Waits, builds the app, reports what the compiler says, and runs the program.
import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

const events = 3;
const say = (message) => writeSync(events, `${JSON.stringify(message)}\n`);
const program = '/tmp/server';

/** The compiler names files relative to the folder of the module: `path/file.go:12:3: message`. */
function diagnosticsOf(output) {
  return [...output.matchAll(/^(?:\.\/)?([^\s:]+\.go):(\d+)(?::(\d+))?: (.+)$/gm)].map(
    ([, file, line, column, message]) => ({
      file,
      line: Number(line),
      ...(column && { column: Number(column) }),
      message,
    }),
  );
}

function build(entry) {
  return new Promise((resolve) => {
    const go = spawn('go', ['build', '-o', program, entry], {
      cwd: '/srv/app',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (chunk) => {
      output = (output + chunk).slice(-60_000);
    };
    go.stdout.on('data', take);
    go.stderr.on('data', take);
    go.on('close', (code) => resolve({ built: code === 0, output }));
  });
}

const input = createInterface({ input: process.stdin });
say({ say: 'warm' });
input.once('line', async (line) => {
  input.close();
  process.stdin.destroy();
  const order = JSON.parse(line);
  const { built, output } = await build(order.entry);
  if (!built) {
    say({ say: 'build-failed', output, diagnostics: diagnosticsOf(output) });
    return;
  }
  const environment = { ...process.env, ...order.environment, PORT: String(order.port), HOST: '127.0.0.1' };
  const app = spawn(program, [], {
    cwd: '/srv/app',
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  });
  app.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
});
