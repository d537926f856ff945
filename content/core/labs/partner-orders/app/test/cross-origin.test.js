import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crossOrigin } from '../src/cross-origin.js';

/** Runs the middleware and returns what it left in the answer. */
function answerTo(method, origin) {
  const seen = { headers: {}, status: undefined, passed: false };
  const res = {
    vary: () => res,
    set: (name, value) => Object.assign(seen.headers, { [name]: value }),
    status: (status) => Object.assign(seen, { status }) && res,
    end: () => undefined,
  };
  crossOrigin({ method, get: () => origin }, res, () => {
    seen.passed = true;
  });
  return seen;
}

test('a shop may call with credentials', () => {
  const { headers, passed } = answerTo('GET', 'https://kiosk.nordwind-shops.example');
  assert.equal(headers['Access-Control-Allow-Origin'], 'https://kiosk.nordwind-shops.example');
  assert.equal(headers['Access-Control-Allow-Credentials'], 'true');
  assert.equal(passed, true);
});

test('a preflight is answered without going on', () => {
  const { headers, status, passed } = answerTo('OPTIONS', 'https://kiosk.nordwind-shops.example');
  assert.match(headers['Access-Control-Allow-Methods'], /PATCH/);
  assert.equal(status, 204);
  assert.equal(passed, false);
});
