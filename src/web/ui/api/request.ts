import { connection } from './connection.ts';
import { ApiProblem, Unreachable } from './problem.ts';

async function bodyOf(response: Response): Promise<unknown> {
  const kind = response.headers.get('content-type') ?? '';
  if (response.status === 204 || !kind.includes('json')) return null;
  return response.json().catch(() => null);
}

/** Turns a pending response into its JSON, and everything else into one of two errors. */
export async function read<T>(pending: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await pending;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    connection.report(false);
    throw new Unreachable(error);
  }
  connection.report(true);
  const body = await bodyOf(response);
  if (!response.ok) throw new ApiProblem(response.status, body);
  // The shape is the server's own: the typed client fixes T at the call.
  return body as T;
}
