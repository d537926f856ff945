import type { InferRequestType } from 'hono/client';
import { client } from './client.ts';
import { read } from './request.ts';

const scenario = client.scenarios[':slug'];
const sessions = client['scenario-sessions'];
const session = sessions[':id'];

export type ScenarioDraftBody = InferRequestType<typeof session.draft.$put>['json'];
type Start = InferRequestType<typeof scenario.sessions.$post>['json'];
type Mode = NonNullable<Start>['mode'];
type Asked = { readonly question: string; readonly elapsedSeconds: number };

const of = (id: string) => ({ param: { id } });
/** A browser refuses to send more than 64 KiB as a page goes away; what is left then stays in its storage. */
const longestLastWord = 60_000;

export const scenarioCalls = {
  scenarios: () => read(client.scenarios.$get()),
  scenario: (slug: string) => read(scenario.$get({ param: { slug } })),
  start: (slug: string, mode: Mode, again = false) =>
    read(scenario.sessions.$post({ param: { slug }, json: { mode, again } })),
  sessions: () => read(sessions.$get()),
  session: (id: string) => read(session.$get(of(id))),
  remove: (id: string) => read(session.$delete(of(id))),
  saveDraft: (id: string, json: ScenarioDraftBody, last = false) => {
    const isShort = last && JSON.stringify(json).length < longestLastWord;
    return read(session.draft.$put({ ...of(id), json }, isShort ? { init: { keepalive: true } } : {}));
  },
  ask: (id: string, json: Asked) => read(session.questions.$post({ ...of(id), json })),
  hearTwist: (id: string, elapsedSeconds: number) =>
    read(session.twist.$post({ ...of(id), json: { elapsedSeconds } })),
  nudge: (id: string, elapsedSeconds: number) =>
    read(session.nudge.$post({ ...of(id), json: { elapsedSeconds } })),
  handIn: (id: string, revision: number) => read(session['hand-in'].$post({ ...of(id), json: { revision } })),
  reply: (id: string, ordinal: number, answer: string) =>
    read(
      session['follow-ups'][':ordinal'].$post({ param: { id, ordinal: String(ordinal) }, json: { answer } }),
    ),
  saveReply: (id: string, ordinal: number, answer: string, last = false) =>
    read(
      session['follow-ups'][':ordinal'].draft.$put(
        { param: { id, ordinal: String(ordinal) }, json: { answer } },
        last ? { init: { keepalive: true } } : {},
      ),
    ),
  showGrade: (id: string) => read(session.closing.$post({ ...of(id), json: {} })),
};
