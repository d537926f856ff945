// Runs in the checker's sandbox: loads the checks of a lab and runs them against the app, which is another sandbox.
import { createWriteStream } from 'node:fs';
import { onLines, sayTo } from '../inside/lines.ts';
import type { CheckerCommand, CheckerEvent } from '../protocol.ts';
import { Answer } from './answer.ts';
import { registered } from './checks.ts';
import { openAhead } from './page.ts';
import { runCheck, type Scene } from './run-check.ts';
import { sendAtOnce } from './send.ts';
import { attacks, lookAt, watchCheck } from './watch.ts';

const say = sayTo<CheckerEvent>(createWriteStream('', { fd: 3 }));
/** Laid there by the supervisor once the lab is known. */
const checksOfLab: string = 'file:///checker/checks/checks.js';

let scene: Scene = { port: 0, canaries: {} };
let loaded: Promise<unknown> = Promise.resolve();

async function load({ port, canaries }: Scene): Promise<void> {
  scene = { port, canaries };
  await import(checksOfLab);
  say({
    say: 'planned',
    checks: registered.checks.map(({ id, name, kind, hidden }) => ({ id, name, kind, hidden })),
  });
}

async function checkAll(watch: boolean): Promise<void> {
  await loaded;
  const inOrder = [...registered.checks].sort(
    (a, b) => Number(a.kind === 'exploit') - Number(b.kind === 'exploit'),
  );
  for (const check of inOrder) {
    if (!watch) say({ say: 'result', result: await runCheck(check, scene) });
    else {
      const { result, sighting } = await watchCheck(check, check.kind, scene);
      say({ say: 'watched', sighting });
      say({ say: 'result', result });
    }
  }
  for (const attack of watch ? attacks() : [])
    say({ say: 'watched', sighting: (await watchCheck(attack, 'attack', scene)).sighting });
  say({ say: 'done' });
}

async function exchange({ ids, request }: Extract<CheckerCommand, { do: 'exchange' }>): Promise<void> {
  await loaded;
  const responses = await sendAtOnce(scene.port, request, ids.length);
  // Only now: what a notice asks the app must not come between requests that race.
  for (const [index, response] of responses.entries()) {
    const evidence = await lookAt({ request, response: new Answer(request, response) }, scene);
    say({ say: 'exchanged', id: ids[index] ?? 0, response, evidence });
  }
}

const failed = (error: unknown): void =>
  say({ say: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });

function obey(command: CheckerCommand): void {
  switch (command.do) {
    case 'load':
      loaded = load(command);
      loaded.catch(failed);
      return;
    case 'check':
      checkAll(command.watch).catch(failed);
      return;
    case 'exchange':
      exchange(command).catch(failed);
      return;
  }
}

process.on('uncaughtException', failed);
onLines(process.stdin, (line) => obey(JSON.parse(line) as CheckerCommand));
process.stdin.on('end', () => process.exit(0));
await openAhead();
say({ say: 'warm' });
