import { randomBytes } from 'node:crypto';
import type { AppStart } from './protocol.ts';
import type { Submission } from './sandbox.ts';

const mark = /\{canary:([a-z0-9-]+)\}/g;

export type FilledStart = { readonly start: AppStart; readonly canaries: Readonly<Record<string, string>> };

/** Draws a fresh value for every canary of a lab and writes it wherever the lab names it. */
export function fillCanaries(run: Submission['run'], port: number): FilledStart {
  const canaries: Record<string, string> = {};
  const fill = (text: string): string =>
    text.replace(mark, (_whole, name: string) => {
      canaries[name] ??= randomBytes(12).toString('hex');
      return canaries[name];
    });
  const environment = Object.fromEntries(
    Object.entries(run.environment).map(([name, value]) => [name, fill(value)]),
  );
  const files = run.files.map(({ path, content }) => ({ path, content: fill(content) }));
  const { entry, ready, hosts } = run;
  return { start: { entry, ready, environment, files, hosts, port }, canaries };
}
