import { infiniteQueryOptions, keepPreviousData, QueryClient, queryOptions } from '@tanstack/react-query';
import { calls, type QuestionSearch } from './calls.ts';
import { Unreachable } from './problem.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The server is on this machine: a browser that believes itself offline must still ask.
      queries: {
        networkMode: 'always',
        staleTime: 2_000,
        retry: (failures, error) => error instanceof Unreachable && failures < 2,
        retryDelay: 600,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

export const queries = {
  health: () => queryOptions({ queryKey: ['health'], queryFn: calls.health, staleTime: 30_000 }),
  today: (date: string) => queryOptions({ queryKey: ['today', date], queryFn: () => calls.today(date) }),
  questions: (search: QuestionSearch, page: { limit: number; offset: number }) =>
    queryOptions({
      queryKey: ['questions', search, page],
      queryFn: () => calls.questions(search, page),
      placeholderData: keepPreviousData,
    }),
  /** The bank, a hundred rows at a time. */
  bank: (search: QuestionSearch) =>
    infiniteQueryOptions({
      queryKey: ['questions', 'bank', search],
      queryFn: ({ pageParam }) => calls.questions(search, { limit: 100, offset: pageParam }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const loaded = pages.reduce((sum, page) => sum + page.items.length, 0);
        return loaded < last.total && last.items.length > 0 ? loaded : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  question: (slug: string) =>
    queryOptions({ queryKey: ['question', slug], queryFn: () => calls.question(slug) }),
  competencies: () =>
    queryOptions({ queryKey: ['competencies'], queryFn: calls.competencies, staleTime: 300_000 }),
  attempts: (question?: string) =>
    queryOptions({
      queryKey: ['attempts', question ?? null],
      queryFn: () => calls.attempts(question),
      placeholderData: keepPreviousData,
    }),
  attempt: (id: string) => queryOptions({ queryKey: ['attempt', id], queryFn: () => calls.attempt(id) }),
  secondReader: () =>
    queryOptions({ queryKey: ['second-reader'], queryFn: calls.secondReader, staleTime: 300_000 }),
  calibration: () => queryOptions({ queryKey: ['calibration'], queryFn: calls.calibration }),
  settings: () => queryOptions({ queryKey: ['settings'], queryFn: calls.settings }),
  ownQuestions: () => queryOptions({ queryKey: ['own-questions'], queryFn: calls.ownQuestions }),
  guide: () => queryOptions({ queryKey: ['guide'], queryFn: calls.guide, staleTime: 300_000 }),
  guidePage: (slug: string) =>
    queryOptions({ queryKey: ['guide', slug], queryFn: () => calls.guidePage(slug), staleTime: 300_000 }),
  accuracy: () => queryOptions({ queryKey: ['accuracy'], queryFn: calls.accuracy, staleTime: 300_000 }),
  packs: () => queryOptions({ queryKey: ['packs'], queryFn: calls.packs }),
  system: () => queryOptions({ queryKey: ['system'], queryFn: calls.system, staleTime: 0 }),
};

/** Everything that depends on the attempts: after a grade, an overrule or a deletion. */
export function forgetProgress(client: QueryClient): void {
  for (const key of ['today', 'questions', 'question', 'attempts', 'calibration']) {
    void client.invalidateQueries({ queryKey: [key] });
  }
}
