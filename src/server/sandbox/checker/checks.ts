import type { Page } from 'playwright-core';
import type { CheckKind, WireRequest } from '../protocol.ts';
import type { Answer } from './answer.ts';
import type { FilesOfApp } from './app-files.ts';
import type { Client } from './client.ts';
import type { Listener, Reply, SeenRequest } from './listen.ts';

/** What a check works with. */
export type Tools = {
  readonly app: Client;
  readonly files: FilesOfApp;
  /** Letters, digits and hyphens, different at every call and every run. */
  random(prefix?: string): string;
  /** The fresh value that `{canary:name}` in lab.yaml was replaced with. */
  canary(name: string): string;
  listen(
    handler: (request: SeenRequest) => Reply,
    options?: { address?: string; port?: number },
  ): Promise<Listener>;
  /** Starts all at once and returns all results, in order. */
  together<T>(starts: readonly (() => Promise<T>)[]): Promise<T[]>;
  /** Fails the check unless the condition holds. */
  expect(condition: unknown, expected: string, seen?: unknown): asserts condition;
  /**
   * Opens a page in a real browser, with cookies and storage of its own. It is closed after the check, unless it is
   * kept for those that follow.
   */
  page(options?: { readonly keep?: boolean }): Promise<Page>;
  /** The exploit worked: says what an attacker has now. */
  breach(happened: string, seen?: unknown): never;
};

export type Exchange = { readonly request: WireRequest; readonly response: Answer };

export type Check = {
  readonly id: string;
  readonly name: string;
  readonly kind: CheckKind;
  readonly finding?: string;
  readonly hidden: boolean;
  readonly body: (tools: Tools) => Promise<void> | void;
};

export type Notice = {
  readonly finding: string;
  readonly look: (tools: Tools, exchange: Exchange) => Promise<string | undefined> | string | undefined;
  readonly attack?: Check['body'];
  readonly ordinary?: boolean;
};

export const registered: { readonly checks: Check[]; readonly notices: Notice[] } = {
  checks: [],
  notices: [],
};

/** Declares a check of what the app is for; it passes unless an expectation fails. */
export function functional(id: string, name: string, body: Check['body']): void {
  add({ id, name, kind: 'functional', hidden: false, body });
}

/** Declares an attack; it fails (the app is vulnerable) when it calls `breach`, and passes when it returns. */
export function exploit(
  id: string,
  name: string,
  { finding, hidden = false }: { finding: string; hidden?: boolean },
  body: Check['body'],
): void {
  add({ id, name, kind: 'exploit', finding, hidden, body });
}

/**
 * Declares what shows, after a request of the candidate, that an attack worked; returns the evidence in words.
 * `attack` does what a candidate would do, where no exploit check goes a way that the notice can see; it runs only when
 * the notice is proven. `ordinary` says that the flaw shows in ordinary use already, so that the notice speaks then too.
 */
export function notice(
  finding: string,
  look: Notice['look'],
  options: Pick<Notice, 'attack' | 'ordinary'> = {},
): void {
  registered.notices.push({ finding, look, ...options });
}

function add(check: Check): void {
  if (registered.checks.some(({ id }) => id === check.id))
    throw new Error(`Two checks are called ${check.id}.`);
  registered.checks.push(check);
}
