import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';

process.env.CALLBACK_KEYS = JSON.stringify({ k1: 'first secret', k2: 'second secret' });
const { checkSignature, SignatureMismatch } = await import('../src/payments/signature.js');

const body = Buffer.from('{"event":"payment.settled"}');
const now = 1_764_072_000_000;

function sign(secret, { kid = 'k1', t = now / 1000 } = {}) {
  const v1 = createHmac('sha256', secret).update(`${t}.`).update(body).digest('hex');
  return `kid=${kid},t=${t},v1=${v1}`;
}

test('both secrets are good', () => {
  checkSignature(sign('first secret'), body, now);
  checkSignature(sign('second secret', { kid: 'k2' }), body, now);
});

test('a signature with another secret does not fit', () => {
  assert.throws(() => checkSignature(sign('guess'), body, now), SignatureMismatch);
});

test('a signature of this morning is too old', () => {
  const header = sign('first secret', { t: now / 1000 - 7200 });
  assert.throws(() => checkSignature(header, body, now), SignatureMismatch);
});
