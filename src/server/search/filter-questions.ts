import { type Practice, statusesOf } from '../practice/practice-book.ts';
import type { Facet, Facets, QuestionQuery, ShownQuestion } from '../routes/schemas/question.ts';

export type Listed = { readonly question: ShownQuestion; readonly practice: Practice };

const facetNames = ['category', 'stage', 'competency', 'difficulty', 'format', 'status', 'pack'] as const;
type FacetName = (typeof facetNames)[number];

/** What a question offers to each facet. */
function valuesOf(name: FacetName, { question, practice }: Listed): readonly string[] {
  switch (name) {
    case 'competency':
      return question.competencies;
    case 'difficulty':
      return [String(question.difficulty)];
    case 'status':
      return statusesOf(practice);
    default:
      return [question[name]];
  }
}

/**
 * Applies the filters: one of the values inside a filter, all filters together. A facet counts what would be
 * found if its own filter were not set, so that a user sees what another choice would bring.
 */
export function filterQuestions(
  listed: Iterable<Listed>,
  query: QuestionQuery,
): { items: Listed[]; facets: Facets } {
  const filters = filtersOf(query);
  const languages = query.language && new Set<string>(query.language);
  const counts = new Map(facetNames.map((name) => [name, new Map<string, number>()]));
  const items: Listed[] = [];
  for (const item of listed) {
    if (languages && !languages.has(item.question.snippet?.language ?? '')) continue;
    const failed = filters.filter(
      ({ name, wanted }) => !valuesOf(name, item).some((value) => wanted.has(value)),
    );
    if (failed.length === 0) items.push(item);
    for (const name of countedIn(failed)) count(counts.get(name), valuesOf(name, item));
  }
  return { items, facets: facetsOf(counts) };
}

const filtersOf = (query: QuestionQuery) =>
  facetNames.flatMap((name) => {
    const wanted = query[name];
    return wanted ? [{ name, wanted: new Set<string>(wanted) }] : [];
  });

/** The facets that a question counts in: all, the one whose filter alone leaves it out, or none. */
function countedIn(failed: readonly { readonly name: FacetName }[]): readonly FacetName[] {
  if (failed.length === 0) return facetNames;
  return failed.length === 1 ? failed.map(({ name }) => name) : [];
}

function count(counts: Map<string, number> | undefined, values: readonly string[]): void {
  for (const value of values) counts?.set(value, (counts.get(value) ?? 0) + 1);
}

function facetsOf(counts: ReadonlyMap<FacetName, ReadonlyMap<string, number>>): Facets {
  const list = (name: FacetName): Facet[] =>
    [...(counts.get(name) ?? [])]
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
