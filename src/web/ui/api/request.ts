import { connection } from './connection.ts';
import { ApiProblem, Unreachable } from './problem.ts';

type Answer = Pick<Response, 'status' | 'headers'> & { json(): Promise<unknown> };

async function bodyOf(response: Answer): Promise<unknown> {
  const kind = response.headers.get('content-type') ?? '';
  if (response.status === 204 || !kind.includes('json')) return null;
  return response.json().catch(() => null);
}

/** What the typed client says a good answer holds: problems leave as errors, so their shapes are taken out. */
type BodyOf<R> = R extends { readonly ok: infer Ok; json(): Promise<infer Body> }
  ? Ok extends false
    ? never
    : R extends { readonly status: 204 }
      ? null
      : Body
  : never;

/** Turns a pending response into its JSON, and everything else into one of two errors. */
export async function read<
  R extends Pick<Response, 'ok' | 'status' | 'headers'> & { json(): Promise<unknown> },
>(pending: Promise<R>): Promise<BodyOf<R>> {
  let response: R;
  try {
    response = await pending;
  } catch (error) {
    connection.report(false);
    throw new Unreachable(error);
  }
  connection.report(true);
  const body = await bodyOf(response);
  if (!response.ok) throw new ApiProblem(response.status, body);
  // The shape is the server's own word for this route.
  return body as BodyOf<R>;
}
