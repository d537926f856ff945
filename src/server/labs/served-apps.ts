import type { WireRequest } from '#server/sandbox/protocol.ts';
import type { Exchanged, Sandbox, ServedApp, Submission } from '#server/sandbox/sandbox.ts';

export type AppState = { readonly running: boolean; readonly problem: string | null };

/** The apps that run for workbenches, one a session; the sandbox ends one that nobody talks to. */
export class ServedApps {
  readonly #sandbox: Sandbox;
  readonly #serving = new Map<string, ServedApp>();
  readonly #problems = new Map<string, string>();

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Starts the app of a session, in the place of one that runs. */
  async start(session: string, submission: Submission): Promise<AppState> {
    await this.stop(session);
    const served = await this.#sandbox.serve(submission);
    if (!served.ok) {
      const { message, output } = served.verdict;
      this.#problems.set(session, [message, output].filter(Boolean).join('\n'));
      return this.state(session);
    }
    const { app } = served;
    this.#serving.set(session, app);
    app.ended.then((reason) => {
      if (this.#serving.get(session) !== app) return;
      this.#problems.set(session, reason);
      void this.stop(session, false);
    });
    return this.state(session);
  }

  state(session: string): AppState {
    return { running: this.#serving.has(session), problem: this.#problems.get(session) ?? null };
  }

  /** Sends a request to the app of a session; undefined when it does not run. */
  async exchange(session: string, request: WireRequest): Promise<Exchanged | undefined> {
    return this.#serving.get(session)?.exchange(request);
  }

  async stop(session: string, forget = true): Promise<void> {
    if (forget) this.#problems.delete(session);
    const serving = this.#serving.get(session);
    if (!serving) return;
    this.#serving.delete(session);
    await serving.close();
  }
}
