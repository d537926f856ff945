// Runs in the outer sandbox: lays the files, starts the app and the checker in sandboxes of their own, watches both.
import { mkdirSync, writeFileSync } from 'node:fs';
import type {
  AppEnd,
  AppStart,
  CheckerEvent,
  HostCommand,
  SupervisorEvent,
  SupervisorPlan,
} from '../protocol.ts';
import { AppProcess } from './app-process.ts';
import { CheckerProcess } from './checker-process.ts';
import { layFiles, linkCache, writeHosts } from './lay-files.ts';
import { onLines, sayTo } from './lines.ts';

const plan = JSON.parse(process.argv[2] ?? '') as SupervisorPlan;
const say = sayTo<SupervisorEvent>(process.stdout);

for (const folder of ['app', 'data', 'tmp', 'shm', 'checks', 'log', 'cache', 'etc'])
  mkdirSync(`/hotseat/work/${folder}`);
writeFileSync('/hotseat/work/etc/passwd', 'app:x:1000:1000:app:/tmp:/bin/sh\n');
writeFileSync('/hotseat/work/etc/group', 'app:x:1000:\n');
writeHosts({});
if (plan.cache) linkCache(plan.cache, '/hotseat/work/cache');

const warm = { app: false, checker: false };
let started: AppStart | undefined;
let idle: NodeJS.Timeout | undefined;
let checking: NodeJS.Timeout | undefined;

const app = new AppProcess(plan.app, plan.limits, {
  onWarm: () => becomeWarm('app'),
  onBuildFailed: (output, diagnostics) => say({ event: 'build-failed', output, diagnostics }),
  onEnded: (reason: AppEnd, detail: string) => say({ event: 'app-ended', reason, detail, log: app.log() }),
});
const checker = new CheckerProcess({
  command: plan.checker,
  memoryMegabytes: plan.checkerMegabytes,
  onEvent: fromChecker,
  onEnded: (detail) => say({ event: 'failed', message: `The checker ended: ${detail}` }),
  onTooLarge: () =>
    app.end(
      'memory',
      `its pages and answers took more than ${plan.checkerMegabytes} MB in browser and checks`,
    ),
});

function becomeWarm(part: 'app' | 'checker'): void {
  warm[part] = true;
  if (warm.app && warm.checker) say({ event: 'warm' });
}

function fromChecker(message: CheckerEvent): void {
  if (message.say === 'warm') becomeWarm('checker');
  else if (message.say === 'failed') say({ event: 'failed', message: message.message });
  else say({ event: 'from-checker', message });
  if (message.say === 'done') finish();
}

async function finish(): Promise<void> {
  clearTimeout(checking);
  if (started) await app.settle(started);
  say({ event: 'checked', log: app.log() });
}

async function load(command: Extract<HostCommand, { do: 'load' }>): Promise<void> {
  const began = performance.now();
  started = command.start;
  layFiles('/hotseat/work/app', command.app);
  layFiles('/hotseat/work/checks', command.checks);
  layFiles('/hotseat/work/data', command.start.files);
  writeHosts(command.start.hosts);
  checker.say({ do: 'load', port: command.start.port, canaries: command.canaries });
  if (await app.start(command.start)) say({ event: 'ready', milliseconds: performance.now() - began });
}

function endWhenIdle(): void {
  clearTimeout(idle);
  const { idleSeconds } = plan.limits;
  idle = setTimeout(
    () => app.end('idle', `nobody used it for ${idleSeconds / 60} minutes`),
    idleSeconds * 1000,
  );
}

function obey(command: HostCommand): void {
  endWhenIdle();
  if (command.do === 'load') {
    load(command).catch((error: Error) => say({ event: 'failed', message: error.message }));
    return;
  }
  if (command.do === 'check') {
    const { checkSeconds } = plan.limits;
    checking = setTimeout(
      () => app.end('check-timeout', `the checks took longer than ${checkSeconds} s`),
      checkSeconds * 1000,
    );
  }
  checker.say(command);
}

endWhenIdle();
onLines(process.stdin, (line) => obey(JSON.parse(line) as HostCommand));
// The host is gone: nothing here may outlive it.
process.stdin.on('end', () => process.exit(0));
