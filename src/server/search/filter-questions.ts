import { type Practice, statusesOf } from '../practice/practice-book.ts';
import type { Facet, Facets, QuestionQuery, ShownQuestion } from '../routes/schemas/question.ts';

export type Listed = { readonly question: ShownQuestion; readonly practice: Practice };

const facetNames = ['status', 'category', 'stage', 'competency', 'difficulty', 'format', 'pack'] as const;

/** What a question offers to the facets after `status`, in their order. */
type Values = readonly (readonly string[])[];

/** Questions of packs are the same objects at every request, so what they offer is worked out once. */
const known = new WeakMap<ShownQuestion, Values>();

function valuesOf(question: ShownQuestion): Values {
  const before = known.get(question);
  if (before) return before;
  const { category, stage, competencies, difficulty, format, pack } = question;
  const values = [[category], [stage], competencies, [String(difficulty)], [format], [pack]];
  known.set(question, values);
  return values;
}

/**
 * Applies the filters: one of the values inside a filter, all filters together. A facet counts what would be
 * found if its own filter were not set, so that a user sees what another choice would bring.
 */
export function filterQuestions(
  listed: Iterable<Listed>,
  query: QuestionQuery,
): { items: Listed[]; facets: Facets } {
  const filters = facetNames.map((name) => query[name] && new Set<string>(query[name]));
  const languages = query.language && new Set<string>(query.language);
  const counts = facetNames.map(() => new Map<string, number>());
  const items: Listed[] = [];
  for (const item of listed) {
    if (languages && !languages.has(item.question.snippet?.language ?? '')) continue;
    const offered = [statusesOf(item.practice), ...valuesOf(item.question)];
    const failed = failedFilter(filters, offered);
    if (failed === none) items.push(item);
    if (failed !== several) count(counts, offered, failed);
  }
  return { items, facets: facetsOf(counts) };
}

const none = -1;
const several = -2;

/** The position of the one filter that leaves the question out, or `none`, or `several`. */
function failedFilter(filters: readonly (ReadonlySet<string> | undefined)[], offered: Values): number {
  let failed = none;
  for (let facet = 0; facet < filters.length; facet += 1) {
    const wanted = filters[facet];
    if (!wanted || offered[facet]?.some((value) => wanted.has(value))) continue;
    if (failed !== none) return several;
    failed = facet;
  }
  return failed;
}

/** Counts in all facets, or in the only one that is given. */
function count(counts: readonly Map<string, number>[], offered: Values, only: number): void {
  for (let facet = 0; facet < counts.length; facet += 1) {
    if (only !== none && only !== facet) continue;
    const totals = counts[facet];
    for (const value of offered[facet] ?? []) totals?.set(value, (totals.get(value) ?? 0) + 1);
  }
}

function facetsOf(counts: readonly ReadonlyMap<string, number>[]): Facets {
  const list = (name: (typeof facetNames)[number]): Facet[] =>
    [...(counts[facetNames.indexOf(name)] ?? [])]
      .map(([value, total]) => ({ value, count: total }))
      .toSorted((a, b) => (a.value < b.value ? -1 : 1));
  return {
    category: list('category'),
    stage: list('stage'),
    competency: list('competency'),
    difficulty: list('difficulty'),
    format: list('format'),
    status: list('status'),
    pack: list('pack'),
  };
}
