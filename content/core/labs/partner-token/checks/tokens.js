import { createHmac, createSign } from 'node:crypto';
import { identityServers } from './identity-servers.js';

const encode = (bytes) => Buffer.from(bytes).toString('base64url');
export const now = () => Math.floor(Date.now() / 1000);

/** Claims that everybody should accept, with changes; a claim set to undefined is left out. */
const claimsOf = (iss, changes) => ({
  iss,
  sub: 'warehouse',
  aud: 'freight-api',
  exp: now() + 300,
  scope: 'shipments:read shipments:write',
  ...changes,
});

export const signedPart = (header, claims) => `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`;

/** A token as the partner's identity server issues it. */
export function partnerToken(partner, changes = {}, { signer = partner, header = {} } = {}) {
  const { kid, iss } = identityServers[partner];
  const signed = signedPart({ alg: 'RS256', typ: 'JWT', kid, ...header }, claimsOf(iss, changes));
  const signature = createSign('RSA-SHA256').update(signed).sign(identityServers[signer].privateKey);
  return `${signed}.${encode(signature)}`;
}

/** A token of the back office. */
export function backOfficeToken(secret, changes = {}) {
  const header = { alg: 'HS256', typ: 'JWT', kid: 'backoffice' };
  return hmacToken({ secret, header, claims: claimsOf('backoffice', changes) });
}

export function hmacToken({ secret, header, claims, hash = 'sha256' }) {
  const signed = signedPart(header, claims);
  return `${signed}.${encode(createHmac(hash, secret).update(signed).digest())}`;
}

/** What an attacker writes into a token who has nothing but what is public about a partner. */
export function madeUp(partner, header) {
  const { kid, iss } = identityServers[partner];
  return { header: { typ: 'JWT', kid, ...header }, claims: claimsOf(iss, { sub: 'nobody' }) };
}
