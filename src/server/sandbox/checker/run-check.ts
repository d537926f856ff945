import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import type { Page } from 'playwright-core';
import type { CheckResult } from '../protocol.ts';
import { Answer, showAnswer, showRequest } from './answer.ts';
import { filesOfApp } from './app-files.ts';
import type { Check, Tools } from './checks.ts';
import { Client, type ClientOptions } from './client.ts';
import { type Listener, listen } from './listen.ts';
import { openPage } from './page.ts';

export type Scene = Pick<ClientOptions, 'onAnswer'> & {
  readonly port: number;
  readonly canaries: Readonly<Record<string, string>>;
};

/** Ends a check: an expectation that did not hold, or an attack that worked. */
class Stop extends Error {
  readonly kind: 'expectation' | 'breach';
  readonly seen: unknown;

  constructor(kind: Stop['kind'], message: string, seen: unknown) {
    super(message);
    this.kind = kind;
    this.seen = seen;
  }
}

/** The tools of one check, and what ends them. */
export function toolsFor({ port, canaries, ...watching }: Scene): {
  tools: Tools;
  close: () => Promise<void>;
} {
  const listeners: Listener[] = [];
  const pages: Page[] = [];
  const tools: Tools = {
    app: new Client(port, watching),
    files: filesOfApp(),
    random: (prefix = 'r') => `${prefix}-${randomBytes(6).toString('hex')}`,
    canary: (name) => {
      const value = canaries[name];
      if (value === undefined) throw new Error(`lab.yaml has no canary called ${name}.`);
      return value;
    },
    listen: async (handler, options) => {
      const listener = await listen(handler, options);
      listeners.push(listener);
      return listener;
    },
    page: async ({ keep = false } = {}) => {
      const page = await openPage();
      if (!keep) pages.push(page);
      return page;
    },
    together: (starts) => Promise.all(starts.map((start) => start())),
    expect: (condition, expected, seen) => {
      if (!condition) throw new Stop('expectation', expected, seen);
    },
    breach: (happened, seen) => {
      throw new Stop('breach', happened, seen);
    },
  };
  const close = async (): Promise<void> => {
    for (const listener of listeners) listener.close();
    await Promise.all(pages.map((page) => page.context().close()));
  };
  return { tools, close };
}

/** Runs one check and tells how it ended; never throws. */
export async function runCheck(check: Check, scene: Scene): Promise<CheckResult> {
  const began = performance.now();
  const { tools, close } = toolsFor(scene);
  const { id, name, kind, finding, hidden } = check;
  const finish = (status: CheckResult['status'], message = '', seen?: unknown): CheckResult => ({
    id,
    name,
    kind,
    ...(finding !== undefined && { finding }),
    hidden,
    status,
    message,
    ...showSeen(seen),
    milliseconds: Math.round(performance.now() - began),
  });
  try {
    await check.body(tools);
    return finish('pass');
  } catch (error) {
    if (error instanceof Stop) return finish('fail', messageOf(error, kind), error.seen);
    if (kind === 'functional') return finish('fail', `The app's answer could not be used: ${String(error)}`);
    return finish('error', `The check itself failed: ${(error as Error)?.stack ?? String(error)}`);
  } finally {
    await close();
  }
}

function messageOf({ kind, message }: Stop, check: Check['kind']): string {
  if (kind === 'breach') return `The attack works: ${message}.`;
  return check === 'exploit'
    ? `The attack could not be set up; expected ${message}.`
    : `Expected ${message}.`;
}

function showSeen(seen: unknown): Pick<CheckResult, 'request' | 'output'> {
  if (seen instanceof Answer) return { request: showRequest(seen.request), output: showAnswer(seen) };
  if (seen === undefined) return { request: '', output: '' };
  return {
    request: '',
    output: (typeof seen === 'string' ? seen : inspect(seen, { depth: 4 })).slice(0, 4000),
  };
}
