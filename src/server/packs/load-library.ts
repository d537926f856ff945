import type { Problem } from '#core/content/problem.ts';
import { promptOf, type Question, type QuestionPrompt } from '#core/content/question.ts';
import type { ContentLibrary, InstalledPack } from './library.ts';
import { listPack } from './pack-files.ts';
import { PromptCache } from './prompt-cache.ts';
import { type PackExtras, readExtras, readManifest } from './read-pack.ts';
import { readQuestion } from './read-question.ts';
import { fileProblem } from './source-file.ts';

export type PackFolder = { readonly folder: string; readonly removable: boolean };

export type LoadOptions = {
  readonly folders: readonly PackFolder[];
  /** Where to remember prompts between starts; absent, every file is read. */
  readonly cacheFile?: string;
  /** Called now and then while question files are read. */
  readonly onProgress?: (read: number, of: number) => void;
};

type Home = { readonly folder: string; readonly file: string; readonly pack: string };

/**
 * Loads all packs. Content with errors is left out and counted in its pack; a slug that an earlier pack has is
 * left out too. Never throws for what stands in a pack.
 */
export function loadLibrary(options: LoadOptions): ContentLibrary {
  const cache = new PromptCache(options.cacheFile);
  const loading = new Loading(cache, options.onProgress);
  for (const packFolder of options.folders) loading.add(packFolder);
  cache.save();
  return loading.library();
}

class Loading {
  readonly #cache: PromptCache;
  readonly #onProgress: LoadOptions['onProgress'];
  readonly #prompts = new Map<string, QuestionPrompt>();
  readonly #homes = new Map<string, Home>();
  readonly #packs: InstalledPack[] = [];
  readonly #extras: PackExtras[] = [];

  constructor(cache: PromptCache, onProgress: LoadOptions['onProgress']) {
    this.#cache = cache;
    this.#onProgress = onProgress;
  }

  add({ folder, removable }: PackFolder): void {
    const { manifest } = readManifest(folder);
    if (!manifest) return;
    const files = listPack(folder);
    const extras = readExtras(folder, files, manifest.id);
    const problems: Problem[] = [...files.problems, ...extras.problems];
    let questions = 0;
    files.questions.forEach((file, index) => {
      if (index % 100 === 0) this.#onProgress?.(index, files.questions.length);
      const prompt = this.#cache.prompt(folder, file, () => readPrompt(folder, file, manifest.id));
      if (prompt && !this.#prompts.has(prompt.slug)) {
        this.#prompts.set(prompt.slug, prompt);
        this.#homes.set(prompt.slug, { folder, file, pack: manifest.id });
        questions += 1;
      } else {
        problems.push(
          fileProblem(file, 'not-loaded', 'The question has errors, or its slug is taken.', 'Lint the pack.'),
        );
      }
    });
    const errors = problems.filter((problem) => problem.severity === 'error').length;
    this.#packs.push({ manifest, folder, removable, questions, problems: errors });
    this.#extras.push(extras);
  }

  library(): ContentLibrary {
    const read = new Map<string, Question>();
    return {
      prompts: this.#prompts,
      question: (slug) => {
        const known = read.get(slug);
        if (known) return known;
        const home = this.#homes.get(slug);
        const question = home && readQuestion(home.folder, home.file, home.pack).question;
        if (question) remember(read, slug, question);
        return question;
      },
      lexicon: this.#extras.flatMap((extras) => extras.lexicon),
      redFlags: this.#extras.flatMap((extras) => extras.redFlags),
      guide: this.#extras.flatMap((extras) => extras.guide),
      packs: this.#packs,
    };
  }
}

/** Rubrics kept in memory; a long session touches few of them. */
const mostRemembered = 500;

function remember(read: Map<string, Question>, slug: string, question: Question): void {
  if (read.size >= mostRemembered) {
    const [oldest] = read.keys();
    if (oldest !== undefined) read.delete(oldest);
  }
  read.set(slug, question);
}

function readPrompt(folder: string, file: string, pack: string): QuestionPrompt | undefined {
  const { question } = readQuestion(folder, file, pack);
  return question && promptOf(question);
}
