const behindProxy = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.7' };

/** A browser: keeps cookies, and remembers which of them the scripts of a page can read. */
export class Browser {
  #t;
  #cookies = new Map();

  constructor(t) {
    this.#t = t;
  }

  /** What `document.cookie` would hold. */
  get readable() {
    return Object.fromEntries([...this.#cookies].flatMap(([name, { value, hidden }]) => (hidden ? [] : [[name, value]])));
  }

  get cookies() {
    return Object.fromEntries([...this.#cookies].map(([name, { value }]) => [name, value]));
  }

  plant(cookies) {
    for (const [name, value] of Object.entries(cookies)) {
      this.#cookies.set(name, { value, hidden: false, everywhere: true });
    }
  }

  /** Sends what a page of the order desk itself sends; with `crossSite`, what a page of another site sends. */
  async send(method, path, { json, origin, crossSite = false } = {}) {
    const sent = [...this.#cookies].filter(([, { everywhere }]) => everywhere || !crossSite);
    const answer = await this.#t.app.request({
      method,
      path,
      json,
      cookies: Object.fromEntries(sent.map(([name, { value }]) => [name, value])),
      headers: { ...behindProxy, ...(origin && { origin }) },
    });
    for (const cookie of answer.setCookies) this.#keep(cookie, crossSite);
    return answer;
  }

  /**
   * What the script of a page at `origin` achieves with `fetch(…, { credentials: 'include' })`: whether the request
   * went out, and the answer when the script may read it.
   */
  async fetchFrom(origin, method, path, json) {
    const asks = json !== undefined || !['GET', 'POST', 'HEAD'].includes(method);
    if (asks && !(await this.#allowed(origin, method, path, json))) return { sent: false };
    const answer = await this.send(method, path, { json, origin, crossSite: true });
    return { sent: true, answer, readable: opensTo(answer, origin) ? answer : undefined };
  }

  async #allowed(origin, method, path, json) {
    const preflight = await this.#t.app.request({
      method: 'OPTIONS',
      path,
      headers: {
        ...behindProxy,
        origin,
        'access-control-request-method': method,
        ...(json !== undefined && { 'access-control-request-headers': 'content-type' }),
      },
    });
    const lists = (header, wanted) =>
      (preflight.headers[header] ?? '').toLowerCase().split(/\s*,\s*/).includes(wanted.toLowerCase());
    const simple = ['GET', 'POST', 'HEAD'].includes(method);
    return (
      preflight.status >= 200 &&
      preflight.status < 300 &&
      opensTo(preflight, origin) &&
      (simple || lists('access-control-allow-methods', method)) &&
      (json === undefined || lists('access-control-allow-headers', 'content-type'))
    );
  }

  #keep(cookie, crossSite) {
    const [pair, ...attributes] = cookie.split(';').map((part) => part.trim());
    const at = pair.indexOf('=');
    if (at < 1) return;
    const lower = attributes.map((attribute) => attribute.toLowerCase());
    const expires = lower.find((attribute) => attribute.startsWith('expires='));
    const gone =
      lower.some((attribute) => /^max-age=(0|-\d+)$/.test(attribute)) ||
      (expires && !lower.some((attribute) => attribute.startsWith('max-age=')) && Date.parse(expires.slice(8)) < Date.now());
    const everywhere = lower.includes('samesite=none') && lower.includes('secure');
    // Browsers ignore what a request from another site would set for this site alone.
    if (crossSite && !everywhere) return;
    if (gone) this.#cookies.delete(pair.slice(0, at));
    else this.#cookies.set(pair.slice(0, at), { value: pair.slice(at + 1), hidden: lower.includes('httponly'), everywhere });
  }
}

/** A browser lets a script at `origin` read an answer that was fetched with cookies only then. */
const opensTo = ({ headers }, origin) =>
  headers['access-control-allow-origin'] === origin && headers['access-control-allow-credentials'] === 'true';

export const ownOrigin = 'https://orders.nordwind.example';

/** Opens an account; the bank details are what an attacker is after. */
export async function newAccount(t) {
  const iban = t.random('XX');
  const opened = await new Browser(t).send('POST', '/accounts', { json: { company: t.random('cafe'), iban } });
  const { account, key } = opened.json() ?? {};
  t.expect(opened.status === 201 && account && key, 'a new account to be opened', opened);
  return { account, key, iban };
}

export async function signIn(t, { account, key }, browser = new Browser(t), origin = ownOrigin) {
  const answer = await browser.send('POST', '/session', { json: { account, key }, origin });
  t.expect(answer.status === 200, 'the key to sign the account in', answer);
  return browser;
}

export const holds = (answer, { iban }) => answer !== undefined && answer.text.includes(iban);

export const shopOrigin = (t) => `https://${t.random('shop')}.nordwind-shops.example`;
