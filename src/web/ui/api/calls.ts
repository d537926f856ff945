import type { InferRequestType } from 'hono/client';
import { client } from './client.ts';
import type { FacetName } from './facets.ts';
import { read } from './request.ts';

export type QuestionSearch = Partial<Record<FacetName, readonly string[]>> & { query?: string };
type Slice = { readonly limit: number; readonly offset: number };
export type DraftBody = InferRequestType<(typeof client.attempts)[':id']['draft']['$put']>['json'];
export type OwnQuestionBody = InferRequestType<(typeof client)['own-questions']['$post']>['json'];
export type OverruleKind = 'point' | 'misconception' | 'flag';
type SettingsJson = InferRequestType<typeof client.settings.$put>['json'];
type SettingsBody = Omit<SettingsJson, 'languages'> & { readonly languages: readonly string[] };
type OverruleTarget = { readonly kind: OverruleKind; readonly id: string };
type QuestionQuery = InferRequestType<typeof client.questions.$get>['query'];
export type ImportBody = InferRequestType<typeof client.data.import.$post>['json'];
type OverruleBody = InferRequestType<
  (typeof client.attempts)[':id']['overrules'][':kind'][':target']['$put']
>['json'];

const attempt = client.attempts[':id'];
const probe = attempt.probes[':ordinal'];
const overrule = attempt.overrules[':kind'][':target'];
const own = client['own-questions'];
const targetOf = (id: string, target: OverruleTarget) => ({ id, kind: target.kind, target: target.id });
const keepalive = (last: boolean) => (last ? { init: { keepalive: true } } : {});

/** What the server reads of a search; a paragraph that is pasted finds what its beginning finds. */
const longestQuery = 200;

/** The address may hold anything; the server checks the values of the filters and answers with a problem. */
const questionQuery = ({ query, ...filters }: QuestionSearch, { limit, offset }: Slice) =>
  ({
    ...filters,
    ...(query ? { query: query.slice(0, longestQuery) } : {}),
    limit: String(limit),
    offset: String(offset),
  }) as QuestionQuery;

export const calls = {
  health: () => read(client.health.$get()),
  today: (date: string) => read(client.today.$get({ query: { date } })),
  questions: (search: QuestionSearch, slice: Slice) =>
    read(client.questions.$get({ query: questionQuery(search, slice) })),
  question: (slug: string) => read(client.questions[':slug'].$get({ param: { slug } })),
  competencies: () => read(client.competencies.$get()),

  startAttempt: (question: string) => read(client.attempts.$post({ json: { question } })),
  attempts: (question?: string) =>
    read(client.attempts.$get({ query: { limit: '1000', ...(question ? { question } : {}) } })),
  attempt: (id: string) => read(attempt.$get({ param: { id } })),
  saveDraft: (id: string, json: DraftBody, last = false) =>
    read(attempt.draft.$put({ param: { id }, json }, keepalive(last))),
  submit: (id: string, json: DraftBody) => read(attempt.submission.$post({ param: { id }, json })),
  scoreOneself: (id: string, score: 1 | 2 | 3 | 4) =>
    read(attempt['self-score'].$post({ param: { id }, json: { score } })),
  nextProbe: (id: string) => read(attempt.probes.$post({ param: { id }, json: {} })),
  saveProbeDraft: (id: string, ordinal: number, json: { answer: string; revision: number }) =>
    read(probe.draft.$put({ param: { id, ordinal: String(ordinal) }, json })),
  answerProbe: (id: string, ordinal: number, answer: string) =>
    read(probe.answer.$post({ param: { id, ordinal: String(ordinal) }, json: { answer } })),
  overrule: (id: string, target: OverruleTarget, json: OverruleBody) =>
    read(overrule.$put({ param: targetOf(id, target), json })),
  withdrawOverrule: (id: string, target: OverruleTarget) =>
    read(overrule.$delete({ param: targetOf(id, target) })),
  secondReader: () => read(client['second-reader'].$get()),
  secondOpinion: (id: string, signal: AbortSignal) =>
    read(attempt['second-opinion'].$post({ param: { id }, json: {} }, { init: { signal } })),
  deleteAttempt: (id: string) => read(attempt.$delete({ param: { id } })),
  calibration: () => read(client.calibration.$get()),

  settings: () => read(client.settings.$get()),
  putSettings: ({ interviewDate, theme, languages }: SettingsBody) =>
    read(client.settings.$put({ json: { interviewDate, theme, languages: [...languages] } })),
  previewImport: (json: ImportBody) => read(client.data.import.preview.$post({ json })),
  importData: (json: ImportBody, mode: 'merge' | 'replace') =>
    read(client.data.import.$post({ query: { mode }, json })),
  deleteData: () => read(client.data.$delete()),

  ownQuestions: () => read(own.$get()),
  addOwnQuestion: (json: OwnQuestionBody) => read(own.$post({ json })),
  putOwnQuestion: (slug: string, json: OwnQuestionBody) => read(own[':slug'].$put({ param: { slug }, json })),
  deleteOwnQuestion: (slug: string) => read(own[':slug'].$delete({ param: { slug } })),

  guide: () => read(client.guide.$get()),
  guidePage: (slug: string) => read(client.guide[':slug'].$get({ param: { slug } })),
  accuracy: () => read(client.accuracy.$get()),
  packs: () => read(client.packs.$get()),
  system: () => read(client.system.$get()),
};
