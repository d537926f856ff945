/** What the host, the supervisor inside the sandbox and the checker say to each other: one JSON object a line. */

export type SourceFile = { readonly path: string; readonly content: string };

/** How the app of a lab is started, with every canary filled in. */
export type AppStart = {
  readonly entry: string;
  /** Path that is polled until it answers anything below 500. */
  readonly ready: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Laid below the data folder before the start. */
  readonly files: readonly SourceFile[];
  /** Names the app can resolve. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly port: number;
};

/** The command lines and limits of one language, handed to the supervisor when it starts. */
export type SupervisorPlan = {
  readonly app: readonly string[];
  readonly checker: readonly string[];
  readonly limits: AppLimits;
  /** What the checks and the browser with the app's pages may hold together. */
  readonly checkerMegabytes: number;
  /** A cache of built packages to be made writable by links; only Go has one. */
  readonly cache?: string;
};

export type AppLimits = {
  /** Resident memory of all processes of the app together. */
  readonly memoryMegabytes: number;
  readonly processes: number;
  readonly startSeconds: number;
  /** Wall clock for all checks together. */
  readonly checkSeconds: number;
  readonly outputKilobytes: number;
  /** How long an app may wait for the next request of a workbench. */
  readonly idleSeconds: number;
};

export type HostCommand =
  | {
      readonly do: 'load';
      readonly app: readonly SourceFile[];
      readonly checks: readonly SourceFile[];
      readonly start: AppStart;
      readonly canaries: Readonly<Record<string, string>>;
    }
  | StartChecks
  | Ask;

/** Sends a request once for each id, all at the same moment; each gets an answer of its own. */
type Ask = { readonly do: 'exchange'; readonly ids: readonly number[]; readonly request: WireRequest };

/** With `watch`, the notices look at every request of the checks, as they do at those of a candidate. */
type StartChecks = { readonly do: 'check'; readonly watch: boolean };

/** A place in the candidate's files that a compiler complains about; lines and columns count from 1. */
export type Diagnostic = {
  readonly file: string;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
};

/** Why the app's sandbox was ended or the app stopped by itself. */
export type AppEnd =
  | 'exit'
  | 'memory'
  | 'processes'
  | 'output'
  | 'storage'
  | 'start-timeout'
  | 'check-timeout'
  | 'idle';

export type SupervisorEvent =
  | { readonly event: 'warm' }
  | { readonly event: 'build-failed'; readonly output: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly event: 'ready'; readonly milliseconds: number }
  | { readonly event: 'app-ended'; readonly reason: AppEnd; readonly detail: string; readonly log: string }
  | { readonly event: 'from-checker'; readonly message: CheckerEvent }
  | { readonly event: 'checked'; readonly log: string }
  | { readonly event: 'failed'; readonly message: string };

export type CheckKind = 'functional' | 'exploit';
export type CheckStatus = 'pass' | 'fail' | 'error';

/** What one check found. `expected` and `seen` explain a failure, `request` is the raw request that showed it. */
export type CheckResult = {
  readonly id: string;
  readonly name: string;
  readonly kind: CheckKind;
  readonly finding?: string;
  readonly hidden: boolean;
  readonly status: CheckStatus;
  readonly message: string;
  readonly request: string;
  readonly output: string;
  readonly milliseconds: number;
};

/** What shows that an attack worked. */
export type Evidence = { readonly finding: string; readonly message: string };

/** What the notices said while a check, or an attack that a notice declares for its proof, sent its requests. */
export type Sighting = {
  readonly during: { readonly kind: CheckKind | 'attack'; readonly id: string; readonly finding?: string };
  /** `ordinary` where the lab declares that the flaw shows in ordinary use already. */
  readonly evidence: readonly (Evidence & { readonly ordinary: boolean })[];
  /** Why a notice, or the attack, broke down; empty when none did. */
  readonly problem: string;
};

export type CheckerEvent =
  | { readonly say: 'warm' }
  | {
      readonly say: 'planned';
      readonly checks: readonly Pick<CheckResult, 'id' | 'name' | 'kind' | 'hidden'>[];
    }
  | { readonly say: 'result'; readonly result: CheckResult }
  | { readonly say: 'watched'; readonly sighting: Sighting }
  | { readonly say: 'done' }
  | {
      readonly say: 'exchanged';
      readonly id: number;
      readonly response: WireResponse;
      readonly evidence: readonly Evidence[];
    }
  | { readonly say: 'failed'; readonly message: string };

export type CheckerCommand =
  | { readonly do: 'load'; readonly port: number; readonly canaries: Readonly<Record<string, string>> }
  | StartChecks
  | Ask;

/** A request as it goes out; `path` byte for byte, `body` in base64. */
export type WireRequest = {
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
};

/** An answer; status 0 when there was none, and then `text` says why. */
export type WireResponse = {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** Base64. */
  readonly body: string;
  readonly problem?: string;
  readonly milliseconds: number;
};
