import type { InferRequestType } from 'hono/client';
import { client } from './client.ts';
import { read } from './request.ts';

const set = client.triage[':slug'];
const sessions = client['triage-sessions'];
const session = sessions[':id'];

export type TriageDraftBody = InferRequestType<typeof session.draft.$put>['json'];

const of = (id: string) => ({ param: { id } });

export const triageCalls = {
  sets: () => read(client.triage.$get()),
  set: (slug: string) => read(set.$get({ param: { slug } })),
  start: (slug: string) => read(set.sessions.$post({ param: { slug }, json: {} })),
  sessions: () => read(sessions.$get()),
  session: (id: string) => read(session.$get(of(id))),
  remove: (id: string) => read(session.$delete(of(id))),
  saveDraft: (id: string, json: TriageDraftBody, last = false) =>
    read(session.draft.$put({ ...of(id), json }, last ? { init: { keepalive: true } } : {})),
  handIn: (id: string, revision: number) => read(session['hand-in'].$post({ ...of(id), json: { revision } })),
};
