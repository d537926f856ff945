import type { Cell } from './cell.ts';
import { verdictOf } from './judge.ts';
import type { SupervisorEvent, WireRequest } from './protocol.ts';
import type { Exchanged, Served, Verdict } from './sandbox.ts';

/** Waits until the app of a cell answers and then passes requests to it; `end` gives the cell back. */
export async function serveApp(cell: Cell, end: () => Promise<void>): Promise<Served> {
  const problem = await untilReady(cell);
  if (problem) {
    await end();
    return { ok: false, verdict: problem };
  }
  const pending = new Map<number, (exchanged: Exchanged) => void>();
  let gone: string | undefined;
  let next = 0;
  const ended = new Promise<string>((resolve) => {
    cell.listen((event) => {
      if (event.event === 'from-checker' && event.message.say === 'exchanged') {
        const { id, response, evidence } = event.message;
        pending.get(id)?.({ response, evidence });
        pending.delete(id);
      }
      const reason = endOf(event);
      if (reason === undefined || gone !== undefined) return;
      gone = reason;
      for (const answer of pending.values()) answer(noAnswer(reason));
      pending.clear();
      resolve(reason);
    });
  });
  const exchangeAtOnce = (request: WireRequest, times: number): Promise<Exchanged[]> => {
    if (gone !== undefined) return Promise.resolve(Array(times).fill(noAnswer(gone)));
    const ids = Array.from({ length: times }, (_, index) => next + 1 + index);
    next += times;
    const answers = ids.map((id) => new Promise<Exchanged>((resolve) => pending.set(id, resolve)));
    cell.say({ do: 'exchange', ids, request });
    return Promise.all(answers);
  };
  const exchange = async (request: WireRequest): Promise<Exchanged> => {
    const [only] = await exchangeAtOnce(request, 1);
    return only ?? noAnswer('the app was not asked');
  };
  return { ok: true, app: { exchange, exchangeAtOnce, ended, close: end } };
}

const endOf = (event: SupervisorEvent): string | undefined => {
  if (event.event === 'app-ended') return event.detail;
  return event.event === 'failed' ? event.message : undefined;
};

const noAnswer = (problem: string): Exchanged => ({
  response: { status: 0, headers: [], body: '', problem, milliseconds: 0 },
  evidence: [],
});

/** Resolves to undefined once the app answers, else to what kept it from starting. */
function untilReady(cell: Cell): Promise<Verdict | undefined> {
  return new Promise((resolve) => {
    const stop = cell.listen((event) => {
      const judgment = verdictOf(event);
      if (event.event !== 'ready' && !judgment) return;
      stop();
      resolve(judgment && { ...judgment, durationMs: 0 });
    });
  });
}
