import type { InferRequestType } from 'hono/client';
import { client } from './client.ts';
import { read } from './request.ts';

const lab = client.labs[':slug'];
const session = client['lab-sessions'][':id'];

export type LabDraftBody = InferRequestType<typeof session.draft.$put>['json'];
export type WorkbenchRequest = InferRequestType<typeof session.exchange.$post>['json'];
export type RequestAtOnce = InferRequestType<typeof session.exchanges.$post>['json'];
type SarifLog = InferRequestType<typeof session.sarif.$post>['json'];
type Start = { readonly timed: boolean; readonly again: boolean };

const of = (id: string) => ({ param: { id } });
const at = (id: string, revision: number) => ({ param: { id }, json: { revision } });

export const labCalls = {
  labs: () => read(client.labs.$get()),
  lab: (slug: string) => read(lab.$get({ param: { slug } })),
  start: (slug: string, json: Start) => read(lab.sessions.$post({ param: { slug }, json })),
  sessions: () => read(client['lab-sessions'].$get()),
  session: (id: string) => read(session.$get(of(id))),
  remove: (id: string) => read(session.$delete(of(id))),
  saveDraft: (id: string, json: LabDraftBody, last = false) =>
    read(session.draft.$put({ param: { id }, json }, last ? { init: { keepalive: true } } : {})),
  handInReview: (id: string, revision: number) => read(session.review.$post(at(id, revision))),
  explain: (id: string, revision: number) => read(session.explanation.$post(at(id, revision))),
  takeHint: (id: string) => read(session.hints.$post({ ...of(id), json: {} })),
  giveUp: (id: string) => read(session['give-up'].$post({ ...of(id), json: {} })),
  /** Its body tells the progress, one JSON object a line; aborting cancels the run. */
  run: (id: string, revision: number, signal: AbortSignal): Promise<Response> =>
    session.run.$post(at(id, revision), { init: { signal } }),
  app: (id: string) => read(session.app.$get(of(id))),
  startApp: (id: string, revision: number) => read(session.app.$post(at(id, revision))),
  stopApp: (id: string) => read(session.app.$delete(of(id))),
  exchange: (id: string, json: WorkbenchRequest) => read(session.exchange.$post({ param: { id }, json })),
  exchangeAtOnce: (id: string, json: RequestAtOnce) => read(session.exchanges.$post({ param: { id }, json })),
  importSarif: (id: string, json: SarifLog) => read(session.sarif.$post({ param: { id }, json })),
  weaknesses: (q: string) => read(client.weaknesses.$get({ query: { q } })),
};
