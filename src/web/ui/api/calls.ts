import { read } from './request.ts';
import type * as T from './types.ts';

export type QuestionSearch = Partial<Record<T.FacetName, readonly string[]>> & { query?: string };

function send(method: string, path: string, body?: unknown, keepalive = false): Promise<Response> {
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return fetch(`/api${path}`, { method, keepalive, ...json });
}
const at = encodeURIComponent;

function searchString(search: QuestionSearch, page: { limit: number; offset: number }): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of typeof value === 'string' ? [value] : value)
      if (one !== '') parameters.append(name, one);
  }
  parameters.set('limit', String(page.limit));
  parameters.set('offset', String(page.offset));
  return parameters.toString();
}

export const calls = {
  health: () => read<T.Health>(send('GET', '/health')),
  today: (date: string) => read<T.Today>(send('GET', `/today?date=${date}`)),
  questions: (search: QuestionSearch, page: { limit: number; offset: number }) =>
    read<T.QuestionPage>(send('GET', `/questions?${searchString(search, page)}`)),
  question: (slug: string) => read<T.QuestionDetail>(send('GET', `/questions/${at(slug)}`)),
  competencies: () =>
    read<{ items: { id: string; title: string; questions: number }[] }>(send('GET', '/competencies')),

  startAttempt: (question: string) => read<T.AttemptView>(send('POST', '/attempts', { question })),
  attempts: (question?: string) =>
    read<{ items: T.AttemptSummary[] }>(
      send('GET', `/attempts?limit=500${question ? `&question=${at(question)}` : ''}`),
    ),
  attempt: (id: string) => read<T.AttemptView>(send('GET', `/attempts/${at(id)}`)),
  saveDraft: (id: string, draft: T.DraftBody, keepalive = false) =>
    read<{ revision: number }>(send('PUT', `/attempts/${at(id)}/draft`, draft, keepalive)),
  submit: (id: string, draft: T.DraftBody) =>
    read<T.AttemptView>(send('POST', `/attempts/${at(id)}/submission`, draft)),
  scoreOneself: (id: string, score: number) =>
    read<T.AttemptView>(send('POST', `/attempts/${at(id)}/self-score`, { score })),
  nextProbe: (id: string) => read<T.ProbeView | null>(send('POST', `/attempts/${at(id)}/probes`, {})),
  saveProbeDraft: (id: string, ordinal: number, draft: { answer: string; revision: number }) =>
    read<{ revision: number }>(send('PUT', `/attempts/${at(id)}/probes/${ordinal}/draft`, draft)),
  answerProbe: (id: string, ordinal: number, answer: string) =>
    read<T.ProbeView>(send('POST', `/attempts/${at(id)}/probes/${ordinal}/answer`, { answer })),
  overrule: (
    id: string,
    target: { kind: T.OverruleKind; id: string },
    body: { verdict: 'yes' | 'no' | 'unsure'; quote: { start: number; end: number } | null; reason: string },
  ) =>
    read<T.AttemptView>(send('PUT', `/attempts/${at(id)}/overrules/${target.kind}/${at(target.id)}`, body)),
  withdrawOverrule: (id: string, target: { kind: T.OverruleKind; id: string }) =>
    read<T.AttemptView>(send('DELETE', `/attempts/${at(id)}/overrules/${target.kind}/${at(target.id)}`)),
  deleteAttempt: (id: string) => read<null>(send('DELETE', `/attempts/${at(id)}`)),
  calibration: () => read<{ items: T.CalibrationItem[] }>(send('GET', '/calibration')),

  settings: () => read<T.Settings>(send('GET', '/settings')),
  putSettings: (settings: T.Settings) => read<T.Settings>(send('PUT', '/settings', settings)),
  importData: (document: unknown, mode: 'merge' | 'replace') =>
    read<{ attempts: number; ownQuestions: number }>(send('POST', `/data/import?mode=${mode}`, document)),
  deleteData: () => read<null>(send('DELETE', '/data')),

  ownQuestions: () => read<{ items: T.OwnQuestion[] }>(send('GET', '/own-questions')),
  addOwnQuestion: (body: T.OwnQuestionBody) => read<T.OwnQuestion>(send('POST', '/own-questions', body)),
  putOwnQuestion: (slug: string, body: T.OwnQuestionBody) =>
    read<T.OwnQuestion>(send('PUT', `/own-questions/${at(slug)}`, body)),
  deleteOwnQuestion: (slug: string) => read<null>(send('DELETE', `/own-questions/${at(slug)}`)),

  guide: () => read<{ pages: T.GuideOutline[] }>(send('GET', '/guide')),
  guidePage: (slug: string) => read<T.GuidePage>(send('GET', `/guide/${at(slug)}`)),
  packs: () => read<{ items: T.PackSummary[] }>(send('GET', '/packs')),
  system: () => read<{ items: T.SystemItem[] }>(send('GET', '/system')),
};
