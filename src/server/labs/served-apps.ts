import type { WireRequest } from '#server/sandbox/protocol.ts';
import type { Exchanged, Sandbox, ServedApp, Submission } from '#server/sandbox/sandbox.ts';

export type AppState = {
  readonly running: boolean;
  readonly problem: string | null;
  /** Where a browser finds the pages of the app; null for an app without pages. */
  readonly pageUrl: string | null;
};

/** Opens an address on which a browser sees the app; passed in, since this class starts nothing itself. */
export type OpenPages = (
  exchange: (request: WireRequest) => Promise<Exchanged>,
) => Promise<{ readonly url: string; close(): void }>;

export type StartOptions = {
  /** Present for a lab with pages; hears what each request of the browser brought. */
  readonly onExchange?: (exchanged: Exchanged) => void;
};

type Serving = { readonly app: ServedApp; readonly pages: Awaited<ReturnType<OpenPages>> | undefined };

/** The other sandboxes stay free for runs, which would otherwise wait until an app is stopped. */
const mostServing = 1;

/** The apps that run for workbenches, one a session; the sandbox ends one that nobody talks to. */
export class ServedApps {
  readonly #sandbox: Sandbox;
  readonly #openPages: OpenPages;
  readonly #serving = new Map<string, Serving>();
  readonly #problems = new Map<string, string>();
  /** The start before; two at once would both find room. */
  #starting: Promise<unknown> = Promise.resolve();

  constructor(sandbox: Sandbox, openPages: OpenPages) {
    this.#sandbox = sandbox;
    this.#openPages = openPages;
  }

  /** Starts the app of a session, in the place of one that runs. */
  start(session: string, submission: Submission, options: StartOptions = {}): Promise<AppState> {
    const started = this.#starting.then(() => this.#start(session, submission, options));
    this.#starting = started.catch(() => undefined);
    return started;
  }

  async #start(session: string, submission: Submission, { onExchange }: StartOptions): Promise<AppState> {
    await this.stop(session);
    await this.#makeRoom();
    const served = await this.#sandbox.serve(submission);
    if (!served.ok) {
      const { message, output } = served.verdict;
      this.#problems.set(session, [message, output].filter(Boolean).join('\n'));
      return this.state(session);
    }
    const { app } = served;
    const pages = onExchange
      ? await this.#openPages(async (request) => {
          const exchanged = await app.exchange(request);
          onExchange(exchanged);
          return exchanged;
        })
      : undefined;
    this.#serving.set(session, { app, pages });
    app.ended.then((reason) => {
      if (this.#serving.get(session)?.app !== app) return;
      this.#problems.set(session, reason);
      void this.stop(session, false);
    });
    return this.state(session);
  }

  state(session: string): AppState {
    const serving = this.#serving.get(session);
    const problem = this.#problems.get(session) ?? null;
    return { running: serving !== undefined, problem, pageUrl: serving?.pages?.url ?? null };
  }

  /** Sends a request to the app of a session; undefined when it does not run. */
  async exchange(session: string, request: WireRequest): Promise<Exchanged | undefined> {
    return this.#serving.get(session)?.app.exchange(request);
  }

  /** Sends the same request several times at the same moment; undefined when the app does not run. */
  async exchangeAtOnce(
    session: string,
    request: WireRequest,
    times: number,
  ): Promise<readonly Exchanged[] | undefined> {
    return this.#serving.get(session)?.app.exchangeAtOnce(request, times);
  }

  async stop(session: string, forget = true): Promise<void> {
    if (forget) this.#problems.delete(session);
    const serving = this.#serving.get(session);
    if (!serving) return;
    this.#serving.delete(session);
    serving.pages?.close();
    await serving.app.close();
  }

  /** Ends the apps that were started first. */
  async #makeRoom(): Promise<void> {
    const surplus = Math.max(0, this.#serving.size - mostServing + 1);
    for (const session of [...this.#serving.keys()].slice(0, surplus)) {
      this.#problems.set(session, 'The app of another lab was started.');
      await this.stop(session, false);
    }
  }
}
