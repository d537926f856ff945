import type { AppLimits } from '../protocol.ts';

/** A folder or file of the host that is visible in a sandbox, read-only, at the same path unless `at` says otherwise. */
export type Mount = { readonly from: string; readonly at: string };

/** How apps of one language are started in the sandbox. */
export type LanguageSetup = {
  readonly mounts: readonly Mount[];
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly limits: AppLimits;
  /** A cache of built packages that the app's sandbox sees as /hotseat/work/cache, made writable by links. */
  readonly cache?: string;
};

/** What every language starts from. */
export const commonLimits: AppLimits = {
  memoryMegabytes: 512,
  processes: 128,
  startSeconds: 10,
  checkSeconds: 60,
  outputKilobytes: 1024,
  idleSeconds: 600,
};

/** Mounts a path where it is, unless the system's own folders already hold it. */
export const inPlace = (path: string): readonly Mount[] =>
  path === '/usr' || path.startsWith('/usr/') ? [] : [{ from: path, at: path }];
