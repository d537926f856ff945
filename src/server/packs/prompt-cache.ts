import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type QuestionPrompt, questionPrompt } from '#core/content/question.ts';

/** Raise it when the checks on questions change, so that old results are not trusted. */
const cacheVersion = 1;

const cachedPrompt = z.object({ size: z.number(), modified: z.number(), prompt: questionPrompt });
const cacheFile = z.object({ version: z.literal(cacheVersion), files: z.record(z.string(), z.unknown()) });

/**
 * Remembers the prompts of question files that passed all checks, by size and time of change, so that a start
 * need not parse every rubric again. A missing or damaged cache costs time, never content.
 */
export class PromptCache {
  readonly #file: string | undefined;
  readonly #old: Readonly<Record<string, unknown>>;
  readonly #current: Record<string, unknown> = {};
  #changed = false;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#old = file === undefined ? {} : readCache(file);
  }

  /** The prompt of an unchanged file, or what `read` makes of it now. */
  prompt(folder: string, file: string, read: () => QuestionPrompt | undefined): QuestionPrompt | undefined {
    const path = join(folder, file);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return undefined;
    const known = cachedPrompt.safeParse(this.#old[path]);
    if (known.success && known.data.size === stat.size && known.data.modified === stat.mtimeMs) {
      this.#current[path] = known.data;
      return known.data.prompt;
    }
    const prompt = read();
    this.#changed = true;
    if (prompt) this.#current[path] = { size: stat.size, modified: stat.mtimeMs, prompt };
    return prompt;
  }

  /** Writes what was seen since the start; failing to is harmless. */
  save(): void {
    const shrunk = Object.keys(this.#old).length !== Object.keys(this.#current).length;
    if (this.#file === undefined || !(this.#changed || shrunk)) return;
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      const temporary = `${this.#file}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify({ version: cacheVersion, files: this.#current }), {
        mode: 0o600,
      });
      renameSync(temporary, this.#file);
    } catch {
      // The next start reads the content again.
    }
  }
}

function readCache(file: string): Readonly<Record<string, unknown>> {
  try {
    const parsed = cacheFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.files : {};
  } catch {
    return {};
  }
}
