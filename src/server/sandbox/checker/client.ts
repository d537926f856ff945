import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WireRequest } from '../protocol.ts';
import { Answer } from './answer.ts';
import { send, sendRaw } from './send.ts';

export type Part = {
  readonly name: string;
  readonly filename?: string;
  readonly type?: string;
  readonly content: string | Uint8Array;
};

export type RequestOptions = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly multipart?: readonly Part[];
  readonly body?: string | Uint8Array;
  readonly cookies?: Readonly<Record<string, string>>;
};

export type FullRequest = RequestOptions & { readonly method?: string; readonly path: string };

export type ClientOptions = {
  readonly jar?: Map<string, string>;
  /** Sees every exchange before the check does. */
  readonly onAnswer?: (answer: Answer) => Promise<void>;
};

/** Talks to the app; with a jar, cookies are kept and sent back. */
export class Client {
  readonly #port: number;
  readonly #jar: Map<string, string> | undefined;
  readonly #onAnswer: ClientOptions['onAnswer'];

  constructor(port: number, { jar, onAnswer }: ClientOptions = {}) {
    this.#port = port;
    this.#jar = jar;
    this.#onAnswer = onAnswer;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The cookies of a session by name; empty without a jar. */
  get cookies(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#jar ?? []);
  }

  session(): Client {
    return new Client(this.#port, { jar: new Map(), ...(this.#onAnswer && { onAnswer: this.#onAnswer }) });
  }

  async request(options: FullRequest): Promise<Answer> {
    const wire = toWire(options, { host: `127.0.0.1:${this.#port}`, cookies: this.cookies });
    const answer = new Answer(wire, await send(this.#port, wire));
    for (const cookie of answer.setCookies) this.#keep(cookie);
    await this.#onAnswer?.(answer);
    return answer;
  }

  get(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.request({ ...options, method: 'GET', path });
  }
  post(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.request({ ...options, method: 'POST', path });
  }
  put(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.request({ ...options, method: 'PUT', path });
  }
  patch(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.request({ ...options, method: 'PATCH', path });
  }
  delete(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.request({ ...options, method: 'DELETE', path });
  }

  /** Sends raw bytes (latin1) over TCP and returns what came back. */
  raw(text: string): Promise<string> {
    return sendRaw(this.#port, text);
  }

  /** What the app printed so far. */
  log(): string {
    return readFileSync('/srv/log/app.log', 'utf8');
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const at = pair.indexOf('=');
    if (at < 1 || !this.#jar) return;
    const gone = attributes.some(
      (attribute) => /^\s*max-age\s*=\s*(0|-\d+)\s*$/i.test(attribute) || isPast(attribute),
    );
    const name = pair.slice(0, at).trim();
    if (gone) this.#jar.delete(name);
    else this.#jar.set(name, pair.slice(at + 1).trim());
  }
}

function isPast(attribute: string): boolean {
  const [name = '', value = ''] = attribute.split('=');
  return name.trim().toLowerCase() === 'expires' && Date.parse(value) < Date.now();
}

type Setting = { readonly host: string; readonly cookies: Readonly<Record<string, string>> };

function toWire(options: FullRequest, { host, cookies }: Setting): WireRequest {
  const { bytes, type } = bodyOf(options);
  const method = options.method ?? 'GET';
  const headers = new Map<string, [string, string]>();
  const set = (name: string, value: string) => headers.set(name.toLowerCase(), [name, value]);
  set('Host', host);
  if (type) set('Content-Type', type);
  if (bytes.length > 0 || !['GET', 'HEAD'].includes(method)) set('Content-Length', String(bytes.length));
  const sent = Object.entries({ ...cookies, ...options.cookies });
  if (sent.length > 0) set('Cookie', sent.map(([name, value]) => `${name}=${value}`).join('; '));
  set('Connection', 'close');
  for (const [name, value] of Object.entries(options.headers ?? {})) set(name, value);
  return {
    method,
    path: withQuery(options.path, options.query),
    headers: [...headers.values()],
    body: Buffer.from(bytes).toString('base64'),
  };
}

function withQuery(path: string, query: RequestOptions['query']): string {
  if (!query) return path;
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return `${path}${path.includes('?') ? '&' : '?'}${search}`;
}

function bodyOf(options: FullRequest): { bytes: Uint8Array; type?: string } {
  if (options.json !== undefined) {
    return { bytes: Buffer.from(JSON.stringify(options.json)), type: 'application/json' };
  }
  if (options.form) {
    const form = new URLSearchParams();
    const fields = isPairs(options.form) ? options.form : Object.entries(options.form);
    for (const [name, value] of fields) form.append(name, value);
    return { bytes: Buffer.from(form.toString()), type: 'application/x-www-form-urlencoded' };
  }
  if (options.multipart) return multipartBody(options.multipart);
  return { bytes: Buffer.from(options.body ?? '') };
}

const isPairs = (form: NonNullable<RequestOptions['form']>): form is readonly (readonly [string, string])[] =>
  Array.isArray(form);

function multipartBody(parts: readonly Part[]): { bytes: Uint8Array; type: string } {
  const boundary = `part-${randomBytes(12).toString('hex')}`;
  const chunks = parts.flatMap(({ name, filename, type, content }) => {
    const file = filename === undefined ? '' : `; filename="${filename}"`;
    const kind = type ? `Content-Type: ${type}\r\n` : '';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n${kind}\r\n`;
    return [Buffer.from(head), Buffer.from(content), Buffer.from('\r\n')];
  });
  return {
    bytes: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
