import { type DestinationStream, type Level, pino } from 'pino';

type Fetch = (request: Request, ...rest: never[]) => Response | Promise<Response>;

/** What the server writes down: never an answer, a search, a body or the text of an unknown error. */
export type ServerLog = {
  warn(details: object, message: string): void;
  failure(error: unknown): void;
  /** Notes method, path, status and time of every request. */
  requests<F extends Fetch>(fetch: F): F;
};

/** Logs JSON lines; `destination` is standard error unless told otherwise. */
export function createLog(
  level: Level | 'silent',
  destination: DestinationStream = pino.destination(2),
): ServerLog {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    warn: (details, message) => log.warn(details, message),
    failure: (error) => log.error(traceOf(error), 'a request failed'),
    requests: (fetch) => noted(fetch, (line) => log.debug(line, 'request')),
  };
}

/** Where it happened. The message stays out: those of JSON and SQL errors quote what was being read. */
function traceOf(error: unknown): object {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { error: error.name, ...code, at: frames.map((frame) => frame.trim()).slice(0, 12) };
}

function noted<F extends Fetch>(fetch: F, note: (line: object) => void): F {
  const around = async (...parameters: Parameters<F>): Promise<Response> => {
    const start = performance.now();
    const [request, ...rest] = parameters;
    const response = await fetch(request, ...rest);
    const { pathname } = new URL(request.url);
    note({
      method: request.method,
      path: pathname,
      status: response.status,
      ms: Math.round(performance.now() - start),
    });
    return response;
  };
  return around as F;
}
