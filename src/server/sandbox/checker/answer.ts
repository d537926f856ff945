import type { WireRequest, WireResponse } from '../protocol.ts';

/** An HTTP answer as checks see it; status 0 when there was none, and then `text` says why. */
export class Answer {
  readonly status: number;
  /** Names in lower case; several values of one name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly request: WireRequest;
  readonly #wire: WireResponse;

  constructor(request: WireRequest, wire: WireResponse) {
    this.request = request;
    this.#wire = wire;
    this.status = wire.status;
    const headers: Record<string, string> = {};
    for (const [name, value] of wire.headers) {
      const key = name.toLowerCase();
      headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
    }
    this.headers = headers;
    this.setCookies = wire.headers
      .filter(([name]) => name.toLowerCase() === 'set-cookie')
      .map(([, value]) => value);
    this.bytes = Buffer.from(wire.body, 'base64');
    this.text = wire.problem ?? Buffer.from(this.bytes).toString('utf8');
  }

  get location(): string | undefined {
    return this.headers.location;
  }

  get wire(): WireResponse {
    return this.#wire;
  }

  /** The parsed body, or undefined when it is not JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: checks look into bodies of any shape
  json(): any {
    try {
      return JSON.parse(this.text);
    } catch {
      return undefined;
    }
  }
}

const shownBody = 4000;

/** The request as text, the way it went over the wire. */
export function showRequest({ method, path, headers, body }: WireRequest): string {
  const lines = [`${method} ${path} HTTP/1.1`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  return `${lines.join('\n')}\n\n${shorten(Buffer.from(body, 'base64').toString('utf8'))}`.trimEnd();
}

export function showAnswer(answer: Answer): string {
  if (answer.status === 0) return answer.text;
  const lines = [
    `HTTP/1.1 ${answer.status}`,
    ...answer.wire.headers.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\n')}\n\n${shorten(answer.text)}`.trimEnd();
}

const shorten = (text: string): string =>
  text.length > shownBody
    ? `${text.slice(0, shownBody)}\n… ${text.length - shownBody} more characters`
    : text;
