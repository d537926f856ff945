import MiniSearch, { type SearchResult } from 'minisearch';
import type { QuestionPrompt } from '#core/content/question.ts';

type Prompts = ReadonlyMap<string, QuestionPrompt>;

type Entry = { id: string; title: string; prompt: string; topics: string };

/** Full-text search over what may be seen before answering; a rubric never gets into an index. */
export class QuestionSearch {
  readonly #prompts: Prompts;
  #index: MiniSearch<Entry> | undefined;

  constructor(prompts: Prompts) {
    this.#prompts = prompts;
  }

  /** Builds the index now, so that the first search need not wait for it. */
  prepare(): void {
    this.#index ??= indexOf(this.#prompts.values());
  }

  /** Slugs with their relevance, the most relevant first. `more` are questions outside the packs. */
  find(query: string, more: Iterable<QuestionPrompt>): ReadonlyMap<string, number> {
    this.prepare();
    const found = [...(this.#index?.search(query) ?? []), ...indexOf(more).search(query)];
    return new Map(found.toSorted(byScore).map(({ id, score }) => [String(id), score]));
  }
}

const byScore = (a: SearchResult, b: SearchResult): number => b.score - a.score;

/** A short word is not spelled wrong, it is another word. */
const shortestFuzzy = 4;

function indexOf(prompts: Iterable<QuestionPrompt>): MiniSearch<Entry> {
  const index = new MiniSearch<Entry>({
    fields: ['title', 'prompt', 'topics'],
    searchOptions: {
      boost: { title: 3, topics: 2 },
      prefix: true,
      fuzzy: (term) => (term.length >= shortestFuzzy ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  for (const prompt of prompts) index.add(entryOf(prompt));
  return index;
}

function entryOf({ slug, title, prompt, competencies, category, snippet }: QuestionPrompt): Entry {
  const topics = [...competencies, category, snippet?.language ?? ''].join(' ').replaceAll('-', ' ');
  return { id: slug, title, prompt, topics };
}
