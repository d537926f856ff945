import { HTTPException } from 'hono/http-exception';
import { GradingError } from '../practice/reader.ts';
import { StorageError } from '../storage/storage.ts';
import type { ProblemBody } from './schemas/problem.ts';

const about = 'https://hotseat.invalid/problems/';

type ProblemKind = {
  readonly kind: string;
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 500 | 503 | 507;
  readonly title: string;
  readonly detail: string;
  readonly mend?: string;
  readonly extra?: { readonly current?: object; readonly errors?: ProblemBody['errors'] };
};

/** Thrown by a handler to answer with a problem document (RFC 9457). */
export class Problem extends Error {
  readonly #problem: ProblemKind;

  constructor(problem: ProblemKind) {
    super(problem.detail);
    this.name = 'Problem';
    this.#problem = problem;
  }

  get status(): ProblemKind['status'] {
    return this.#problem.status;
  }

  response(): Response {
    const { kind, status, title, detail, mend, extra } = this.#problem;
    const body = { type: `${about}${kind}`, title, status, detail, ...(mend ? { mend } : {}), ...extra };
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
}

export const missing = (what: string, mend?: string): Problem =>
  new Problem({
    kind: 'not-found',
    status: 404,
    title: 'Not found',
    detail: what,
    ...(mend ? { mend } : {}),
  });

/** Another tab wrote first; `current` is what is stored. */
export const writtenElsewhere = (current: object): Problem =>
  new Problem({
    kind: 'written-elsewhere',
    status: 409,
    title: 'Another tab wrote here',
    detail: 'This answer was changed in another tab or window after you opened it.',
    mend: 'Compare the two, keep what you want and save again.',
    extra: { current },
  });

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Says for every field what is wrong with it; at most twenty, so that a hostile body gets a short answer. */
export function invalidInput(issues: readonly Issue[]): Problem {
  const errors = issues
    .slice(0, 20)
    .map(({ path, message }) => ({ field: path.map(String).join('.'), message }));
  const detail = errors
    .map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))
    .join('; ');
  return new Problem({
    kind: 'invalid-input',
    status: 400,
    title: 'Something in the request is wrong',
    detail: detail.slice(0, 1000),
    mend: 'Correct the fields named here and send it again.',
    extra: { errors },
  });
}

/** Turns whatever a handler threw into a problem document; nothing of an unknown error is shown. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HTTPException && thrown.status === 400) {
    return new Problem({
      kind: 'invalid-input',
      status: 400,
      title: 'The body is not JSON',
      detail: 'The body of the request could not be read as JSON.',
      mend: 'Send one JSON document.',
    });
  }
  if (thrown instanceof StorageError) return storageProblem(thrown);
  if (thrown instanceof GradingError) return gradingProblem(thrown);
  return new Problem({
    kind: 'internal',
    status: 500,
    title: 'Hotseat made a mistake',
    detail: 'Something went wrong inside Hotseat. What was saved before is safe.',
    mend: 'Try again; if it happens again, look at the terminal where Hotseat runs and report it.',
  });
}

const storageMends: Readonly<{ [K in StorageError['kind']]: string }> = {
  full: 'Free space on the disk, then save again; keep this page open until then.',
  busy: 'Try again in a moment; keep this page open until it is saved.',
  'newer-schema': 'Update Hotseat, or start it with another HOTSEAT_HOME.',
  unavailable: 'Look at the terminal where Hotseat runs; keep this page open until it is saved.',
};

const storageProblem = ({ kind, message }: StorageError): Problem =>
  new Problem({
    kind: `storage-${kind}`,
    status: kind === 'full' ? 507 : 503,
    title: 'The database cannot do this now',
    detail: message,
    mend: storageMends[kind],
  });

const gradingMends: Readonly<{ [K in GradingError['kind']]: string }> = {
  'too-long': 'Nothing was handed in and your draft is kept. Shorten the answer, then hand it in again.',
  stopped: 'Nothing was handed in and your draft is kept. Hand it in again in a moment.',
};

const gradingProblem = ({ kind, message }: GradingError): Problem =>
  new Problem({
    kind: `grading-${kind}`,
    status: 503,
    title: 'The answer could not be graded',
    detail: message,
    mend: gradingMends[kind],
  });
