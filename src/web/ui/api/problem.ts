/** What the server said no with (RFC 9457), or that it could not be reached at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly mend: string | null;
  readonly type: string;
  readonly body: unknown;

  constructor(status: number, body: unknown) {
    const fields = isRecord(body) ? body : {};
    const title = text(fields.title) ?? `The server answered ${status}`;
    super(title);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.detail = text(fields.detail) ?? '';
    this.mend = text(fields.mend);
    this.type = text(fields.type) ?? '';
    this.body = body;
  }
}

/** No answer came: the server is not running. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('Hotseat is not reachable', { cause });
    this.name = 'Unreachable';
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
