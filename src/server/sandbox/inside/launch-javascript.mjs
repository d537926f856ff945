// Waits with the framework loaded, then imports the app, which listens by itself.
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const events = 3;
const say = (message) => writeSync(events, `${JSON.stringify(message)}\n`);
const require = createRequire('/srv/app/server.js');

for (const name of ['express', 'cookie-parser', 'node:sqlite', 'node:crypto']) {
  try {
    require(name);
  } catch {
    // A package that the app may not even use.
  }
}

function report(error) {
  const text = error?.stack ?? String(error);
  const place = /(?:file:\/\/)?\/srv\/app\/([^\s:)]+):(\d+)(?::(\d+))?/.exec(text);
  const diagnostics = place
    ? [
        {
          file: place[1],
          line: Number(place[2]),
          ...(place[3] && { column: Number(place[3]) }),
          message: String(error?.message ?? error),
        },
      ]
    : [];
  say({ say: 'build-failed', output: text, diagnostics });
}

const input = createInterface({ input: process.stdin });
say({ say: 'warm' });
input.once('line', async (line) => {
  input.close();
  process.stdin.destroy();
  const order = JSON.parse(line);
  Object.assign(process.env, order.environment, { PORT: String(order.port), HOST: '127.0.0.1' });
  process.chdir('/srv/app');
  process.argv[1] = `/srv/app/${order.entry}`;
  try {
    await import(`file:///srv/app/${order.entry}`);
  } catch (error) {
    report(error);
  }
});
