import type { LabLanguage } from '#core/content/lab.ts';
import type {
  CheckerEvent,
  CheckResult,
  Diagnostic,
  Evidence,
  Sighting,
  SourceFile,
  WireRequest,
  WireResponse,
} from './protocol.ts';

/** The app of a candidate with the checks of its lab, and how to start it. */
export type Submission = {
  readonly language: LabLanguage;
  readonly app: readonly SourceFile[];
  readonly checks: readonly SourceFile[];
  readonly run: {
    readonly entry: string;
    readonly ready: string;
    /** `{canary:NAME}` in values and file contents is replaced by a fresh random value in every run. */
    readonly environment: Readonly<Record<string, string>>;
    readonly files: readonly SourceFile[];
    readonly hosts: Readonly<Record<string, string>>;
  };
};

/** What a cell is made for; one for page labs holds a browser, which is started ahead too. */
export type CellKind = { readonly language: LabLanguage; readonly pages: boolean };

/** Whether checks open pages in a browser. */
export const opensPages = (checks: readonly SourceFile[]): boolean =>
  checks.some(({ content }) => content.includes('.page('));

export type PlannedCheck = Extract<CheckerEvent, { say: 'planned' }>['checks'][number];

/** What a run tells while it goes on. `position` counts the runs that come before, 0 when it is this one's turn. */
export type RunProgress =
  | { readonly step: 'queued'; readonly position: number }
  | { readonly step: 'building' }
  | { readonly step: 'checking'; readonly checks: readonly PlannedCheck[] }
  | { readonly step: 'checked'; readonly result: CheckResult };

export type Outcome = 'pass' | 'fail' | 'build-failed' | 'runner-failed';

/** The judgment of one run. `runner-failed` is never the candidate's fault. */
export type Verdict = {
  readonly outcome: Outcome;
  /** One sentence for the candidate; empty when the tests say it all. */
  readonly message: string;
  readonly tests: readonly CheckResult[];
  readonly diagnostics: readonly Diagnostic[];
  /** The end of what the compiler or the app printed. */
  readonly output: string;
  readonly durationMs: number;
};

export type RunOptions = {
  readonly onProgress?: (progress: RunProgress) => void;
  /** Present to have the notices of the lab look at all requests of its checks; such a run takes longer. */
  readonly onSighting?: (sighting: Sighting) => void;
  /** Aborting ends the sandbox; the run then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
};

export type Exchanged = {
  readonly response: WireResponse;
  readonly evidence: readonly Evidence[];
};

/** An app that runs for the workbench until it is closed. */
export type ServedApp = {
  exchange(request: WireRequest): Promise<Exchanged>;
  /** Sends the same request several times at the same moment, as a race needs it. */
  exchangeAtOnce(request: WireRequest, times: number): Promise<readonly Exchanged[]>;
  readonly ended: Promise<string>;
  close(): Promise<void>;
};

export type Served =
  | { readonly ok: true; readonly app: ServedApp }
  | { readonly ok: false; readonly verdict: Verdict };

export type Availability =
  | { readonly ready: true; readonly version: string }
  | { readonly ready: false; readonly message: string; readonly mend: string };

/** Where labs run. Nothing of a lab is ever executed anywhere else. */
export type Sandbox = {
  /** Whether labs of a language can run on this machine, and the mend when not. */
  available(language: LabLanguage): Availability;
  /** Makes a sandbox of a kind ready ahead of its use, where labs of its language run. */
  prepare(kind: CellKind): void;
  /** Builds, starts and checks a submission. Never throws for what the submission does. */
  run(submission: Submission, options?: RunOptions): Promise<Verdict>;
  /** Starts a submission for requests by hand. */
  serve(submission: Submission, options?: RunOptions): Promise<Served>;
  /** Ends every sandbox. */
  close(): Promise<void>;
};
