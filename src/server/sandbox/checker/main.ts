// Runs in the checker's sandbox: loads the checks of a lab and runs them against the app, which is another sandbox.
import { createWriteStream } from 'node:fs';
import { onLines, sayTo } from '../inside/lines.ts';
import type { CheckerCommand, CheckerEvent } from '../protocol.ts';
import { Answer } from './answer.ts';
import { registered } from './checks.ts';
import { openAhead } from './page.ts';
import { runCheck, type Scene, toolsFor } from './run-check.ts';
import { send } from './send.ts';

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

async function checkAll(): Promise<void> {
  await loaded;
  const inOrder = [...registered.checks].sort(
    (a, b) => Number(a.kind === 'exploit') - Number(b.kind === 'exploit'),
  );
  for (const check of inOrder) say({ say: 'result', result: await runCheck(check, scene) });
  say({ say: 'done' });
}

async function exchange({ id, request }: Extract<CheckerCommand, { do: 'exchange' }>): Promise<void> {
  await loaded;
  const response = await send(scene.port, request);
  const evidence = [];
  for (const { finding, look } of registered.notices) {
    const { tools, close } = toolsFor(scene);
    try {
      const message = await look(tools, { request, response: new Answer(request, response) });
      if (message) evidence.push({ finding, message });
    } finally {
      await close();
    }
  }
  say({ say: 'exchanged', id, response, evidence });
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
      checkAll().catch(failed);
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
