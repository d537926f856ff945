// A server in a process of its own, to be started when told and killed: node this-file HOME PACK
import { once } from 'node:events';
import { createLog } from './log.ts';
import { startServer } from './main.ts';
import { stopOnSignals } from './stop-on-signals.ts';

const [home = '', pack = ''] = process.argv.slice(2);
await once(process.stdin, 'data');
const started = await startServer({
  version: '0.0.0',
  port: 0,
  home,
  content: { folders: [{ folder: pack, removable: false }] },
  toolchains: '/nowhere',
  webFolder: '/nowhere',
  log: createLog('warn'),
});
if (!started.ok) throw new Error(started.problem.message);
stopOnSignals(started.server, (code) => process.exit(code));
process.stdout.write(`${started.server.url}\n`);
