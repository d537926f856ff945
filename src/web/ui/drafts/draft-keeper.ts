import {
  type Draft,
  type DraftEvent,
  isDirty,
  recover,
  reduceDraft,
  type Stored,
  type Text,
  wantsToSend,
} from './draft.ts';
import type { MirrorStore } from './mirror-store.ts';

/** How a write of the draft ended. */
export type SaveOutcome =
  | { readonly type: 'acknowledged'; readonly revision: number }
  | { readonly type: 'conflicted'; readonly current: Stored }
  | { readonly type: 'failed' }
  | { readonly type: 'went' };

export type KeeperPorts = {
  readonly attempt: string;
  readonly save: (draft: Stored, last: boolean) => Promise<SaveOutcome>;
  readonly mirrors: MirrorStore;
  readonly elapsedSeconds: () => number;
  readonly now: () => number;
  /** Runs the task later; returns how to call it off. */
  readonly later: (milliseconds: number, task: () => void) => () => void;
  /** What the server would not take; the limits of an answer when absent. */
  readonly isTooLong?: Draft['isTooLong'];
  /** Whether a copy in the browser's storage is what it should be; any text is when absent. */
  readonly isReadable?: (text: Text) => boolean;
};

const pauseMs = 600;
/** Somebody who types without a pause is saved this often. */
const longestWaitMs = 4_000;
const retryMs = (failures: number): number => Math.min(1_000 * 2 ** (failures - 1), 8_000);

/** Keeps one draft safe: writes each keystroke to the browser's storage and each pause to the server. */
export class DraftKeeper {
  readonly recovered: boolean;
  #draft: Draft;
  readonly #ports: KeeperPorts;
  readonly #listeners = new Set<() => void>();
  #callOff: (() => void) | null = null;
  #dirtySince: number | null = null;
  #inFlight: Promise<void> | null = null;
  #stopped = false;

  constructor(server: Stored, ports: KeeperPorts) {
    this.#ports = ports;
    const { draft, recovered } = recover(
      server,
      this.#safely(() => ports.mirrors.newest(ports.attempt, ports.isReadable)) ?? null,
      ports.isTooLong,
    );
    this.#draft = draft;
    this.recovered = recovered;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly current = (): Draft => this.#draft;

  start(): void {
    this.#stopped = false;
    if (this.#draft.sending && !this.#inFlight) this.#apply({ type: 'failed' });
    this.#mirror();
    this.#schedule();
  }

  /** Sends what is left without waiting, as the page goes away. */
  stop(): void {
    if (!this.#stopped && wantsToSend(this.#draft)) void this.#send(true);
    this.#stopped = true;
    this.#callOff?.();
    this.#mirror();
  }

  edit(text: Partial<Text>): void {
    this.#apply({ type: 'edited', text });
  }

  resolve(choice: 'kept-mine' | 'took-theirs'): void {
    this.#apply({ type: choice });
    this.flush();
  }

  /** Sends now rather than at the next pause. */
  flush(): void {
    if (wantsToSend(this.#draft) && !this.#stopped) void this.#send();
  }

  /** Hands over to the submission: nothing is under way any more when this resolves. */
  async settle(): Promise<Stored> {
    this.#callOff?.();
    await this.#inFlight;
    return this.#body();
  }

  /** Sends what is left and waits: the revision that holds it all, or null when the server does not have it. */
  async saved(): Promise<number | null> {
    await this.#inFlight;
    if (wantsToSend(this.#draft)) await this.#send();
    const { theirs, gone, revision } = this.#draft;
    return isDirty(this.#draft) || theirs || gone ? null : revision;
  }

  /** The answer is in: the copies in this browser have done their work. */
  finish(): void {
    this.#stopped = true;
    this.#callOff?.();
    this.#safely(() => this.#ports.mirrors.clearAll(this.#ports.attempt));
  }

  conflict(current: Stored): void {
    this.#apply({ type: 'conflicted', current });
  }

  #body(): Stored {
    return {
      ...this.#draft.text,
      elapsedSeconds: this.#ports.elapsedSeconds(),
      revision: this.#draft.revision,
    };
  }

  #apply(event: DraftEvent): void {
    this.#draft = reduceDraft(this.#draft, event);
    this.#mirror();
    this.#schedule();
    for (const listener of this.#listeners) listener();
  }

  #mirror(): void {
    const { attempt, mirrors, now } = this.#ports;
    const needed = isDirty(this.#draft) || this.#draft.sending !== null || this.#draft.theirs !== null;
    const copy = { ...this.#body(), unconfirmed: this.#draft.unconfirmed, savedAt: now() };
    const kept = this.#safely(() => {
      if (needed) mirrors.write(attempt, copy);
      else mirrors.clear(attempt);
      return true;
    });
    const ok = kept ?? false;
    if (ok !== this.#draft.mirrored) this.#draft = reduceDraft(this.#draft, { type: 'mirrored', ok });
  }

  #schedule(): void {
    this.#callOff?.();
    this.#callOff = null;
    if (!isDirty(this.#draft)) this.#dirtySince = null;
    if (!wantsToSend(this.#draft) || this.#stopped) return;
    const now = this.#ports.now();
    this.#dirtySince ??= now;
    const patience = Math.max(0, this.#dirtySince + longestWaitMs - now);
    const wait = this.#draft.failures > 0 ? retryMs(this.#draft.failures) : Math.min(pauseMs, patience);
    this.#callOff = this.#ports.later(wait, () => void this.#send());
  }

  #send(last = false): Promise<void> {
    const body = this.#body();
    this.#dirtySince = null;
    this.#apply({ type: 'sent' });
    this.#inFlight = this.#ports.save(body, last).then((outcome) => {
      this.#inFlight = null;
      if (!this.#stopped || outcome.type === 'acknowledged') this.#apply(outcome);
    });
    return this.#inFlight;
  }

  /** Storage may be full or blocked; then the server alone keeps the words. */
  #safely<T>(task: () => T): T | undefined {
    try {
      return task();
    } catch {
      return undefined;
    }
  }
}
