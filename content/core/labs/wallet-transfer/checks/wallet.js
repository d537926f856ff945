// The calls of the wallets, as the checks use them.

export const ticketCents = 2000;

/** Opens a wallet, which has the money of the ticket on it. */
export async function openWallet(t) {
  const opened = await t.app.post('/wallets', { json: { name: t.random('visitor') } });
  const { id, token } = opened.json() ?? {};
  t.expect(opened.status === 201 && id && token, 'a wallet to be opened with 201, an id and a token', opened);
  return new Wallet(t, id, token);
}

export const openWallets = (t, count) => Promise.all(Array.from({ length: count }, () => openWallet(t)));

class Wallet {
  constructor(t, id, token) {
    Object.assign(this, { t, id });
    this.headers = { Authorization: `Bearer ${token}` };
  }

  show() {
    return this.t.app.get(`/wallets/${this.id}`, { headers: this.headers });
  }

  async cents() {
    const seen = await this.show();
    const cents = seen.json()?.cents;
    this.t.expect(Number.isFinite(cents), 'the balance of a wallet in cents', seen);
    return cents;
  }

  entries() {
    return this.t.app.get(`/wallets/${this.id}/entries`, { headers: this.headers });
  }

  /** `cents` may be a text, for numbers that JavaScript cannot hold. */
  pay(to, cents, text = 'bill') {
    const ids = JSON.stringify(to.map(({ id }) => id));
    return this.#post('transfers', `{"to":${ids},"cents":${cents},"text":${JSON.stringify(text)}}`);
  }

  payOut(cents) {
    return this.#post('payouts', `{"cents":${cents}}`);
  }

  #post(what, body) {
    const headers = { ...this.headers, 'Content-Type': 'application/json' };
    return this.t.app.post(`/wallets/${this.id}/${what}`, { body, headers });
  }
}

export const repeat = (count, start) => Array.from({ length: count }, (_, index) => () => start(index));

export const accepted = (answers) => answers.filter(({ status }) => status >= 200 && status < 300);
