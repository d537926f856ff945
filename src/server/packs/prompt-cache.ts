import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type QuestionPrompt, questionPrompt } from '#core/content/question.ts';
import { type CheckedFile, type FileStamp, stampOf } from './check-question.ts';
import type { QuestionPlace } from './read-question.ts';

/** Raise it when the checks on questions change, so that old results are not trusted. */
const cacheVersion = 1;

const cachedPrompt = z.object({ size: z.number(), modified: z.number(), prompt: questionPrompt });
const cacheFile = z.object({ version: z.literal(cacheVersion), files: z.record(z.string(), z.unknown()) });

type Entry = FileStamp & { readonly prompt: QuestionPrompt };

/**
 * Remembers the prompts of question files that passed all checks, by size and time of change, so that a start
 * need not check them again. A missing or damaged cache costs time, never content.
 */
export class PromptCache {
  readonly #file: string | undefined;
  readonly #old: Readonly<Record<string, unknown>>;
  readonly #current = new Map<string, Entry>();
  #changed = false;

  constructor(file: string | undefined) {
    this.#file = file;
    this.#old = file === undefined ? {} : readCache(file);
  }

  /** The prompt of a file that has not changed since it was kept. */
  prompt(place: QuestionPlace): QuestionPrompt | undefined {
    const path = pathOf(place);
    const known = cachedPrompt.safeParse(this.#old[path]);
    if (!known.success || known.data.prompt.pack !== place.pack) return undefined;
    const stamp = stampOf(place);
    if (!stamp || !isSame(known.data, stamp)) return undefined;
    this.#current.set(path, known.data);
    return known.data.prompt;
  }

  /** Takes note of a file that was checked. */
  keep({ place, stamp, prompt }: CheckedFile): void {
    const path = pathOf(place);
    const known = this.#current.get(path);
    if (stamp && prompt) {
      if (known && isSame(known, stamp)) return;
      this.#current.set(path, { ...stamp, prompt });
      this.#changed = true;
    } else if (this.#current.delete(path)) this.#changed = true;
  }

  /** Writes what was seen since the start; failing to is harmless. */
  save(): void {
    const shrunk = Object.keys(this.#old).length > this.#current.size;
    if (this.#file === undefined || !(this.#changed || shrunk)) return;
    this.#changed = false;
    try {
      mkdirSync(dirname(this.#file), { recursive: true, mode: 0o700 });
      const temporary = `${this.#file}.${process.pid}`;
      const files = Object.fromEntries(this.#current);
      writeFileSync(temporary, JSON.stringify({ version: cacheVersion, files }), { mode: 0o600 });
      renameSync(temporary, this.#file);
    } catch {
      // The next start checks the content again.
    }
  }
}

const pathOf = ({ folder, file }: QuestionPlace): string => join(folder, file);

const isSame = (a: FileStamp, b: FileStamp): boolean => a.size === b.size && a.modified === b.modified;

function readCache(file: string): Readonly<Record<string, unknown>> {
  try {
    const parsed = cacheFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.files : {};
  } catch {
    return {};
  }
}
