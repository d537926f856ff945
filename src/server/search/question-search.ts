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

  /** Builds the index in small steps, so that the first search need not wait for it nor anything else. */
  async prepare(): Promise<void> {
    const index = emptyIndex();
    await index.addAllAsync([...this.#prompts.values()].map(entryOf), { chunkSize: 100 });
    this.#index ??= index;
  }

  /**
   * Slugs, the most relevant first; `undefined` when the query has no word to look for, such as one letter.
   * `more` are questions outside the packs.
   */
  find(query: string, more: readonly QuestionPrompt[]): readonly string[] | undefined {
    if (!hasWords(query)) return undefined;
    this.#index ??= indexOf(this.#prompts.values());
    const found = this.#index.search(query);
    const all = more.length === 0 ? found : [...found, ...indexOf(more).search(query)].sort(byScore);
    return all.map(({ id }) => String(id));
  }
}

const byScore = (a: SearchResult, b: SearchResult): number => b.score - a.score;

/** A short word is not spelled wrong, it is another word. */
const shortestFuzzy = 4;

/** Words that stand in nearly every question; looking for them would find everything, slowly. */
const emptyWords = new Set(
  'an and are as at be but by can do does for from how if in into is it its of on or our so than that the their them then there they this to was we were what when where which who why will with would you your'.split(
    ' ',
  ),
);

const processTerm = (term: string): string | null => {
  const word = term.toLowerCase();
  return word.length < 2 || emptyWords.has(word) ? null : word;
};

const hasWords = (query: string): boolean =>
  query.split(/[\s\p{Z}\p{P}]+/u).some((term) => processTerm(term) !== null);

const emptyIndex = (): MiniSearch<Entry> =>
  new MiniSearch<Entry>({
    fields: ['title', 'prompt', 'topics'],
    processTerm,
    searchOptions: {
      boost: { title: 3, topics: 2 },
      // The last word may still be being typed.
      prefix: (_, position, terms) => position === terms.length - 1,
      fuzzy: (term) => (term.length >= shortestFuzzy ? 0.2 : false),
      combineWith: 'AND',
    },
  });

function indexOf(prompts: Iterable<QuestionPrompt>): MiniSearch<Entry> {
  const index = emptyIndex();
  for (const prompt of prompts) index.add(entryOf(prompt));
  return index;
}

function entryOf({ slug, title, prompt, competencies, category, snippet }: QuestionPrompt): Entry {
  const topics = [...competencies, category, snippet?.language ?? ''].join(' ').replaceAll('-', ' ');
  return { id: slug, title, prompt, topics };
}
