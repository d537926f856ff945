import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '../config.js';

/** The signature was made with another key or for another body, or it is too old. */
export class SignatureMismatch extends Error {}

/** Reads "kid=2025-11,t=1764072000,v1=6f0c..." into an object. */
function readHeader(header) {
  return Object.fromEntries(header.split(',').map((part) => part.trim().split('=', 2)));
}

/** Throws unless the provider has signed this body within the last minutes. */
export function checkSignature(header, body, now = Date.now()) {
  const { kid, t, v1 } = readHeader(header);
  const expected = createHmac('sha256', config.callbackKeys[kid]).update(`${t}.`).update(body).digest();
  if (!timingSafeEqual(Buffer.from(v1, 'hex'), expected)) {
    throw new SignatureMismatch('The signature does not fit.');
  }
  const age = Math.abs(now / 1000 - Number(t));
  if (!(age <= config.callbackToleranceSeconds)) throw new SignatureMismatch('The signature is too old.');
}
