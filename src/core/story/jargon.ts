import type { Reading } from './reading.ts';
import type { Audience, Quote } from './story-grade.ts';

export type Term = { readonly term: string; readonly quote: Quote };

/** Short forms that everybody in a company reads without help. */
const everyday = new Set(
  'OK US USA UK EU IT HR CEO CTO CFO CIO CISO PDF ID IDS TV PC FAQ QA USB SMS VIP AM PM GPS ATM II III'.split(
    ' ',
  ),
);
/** Short forms that somebody who manages security engineers knows. */
const known = new Set(
  'API APIS URL URLS SQL XSS SSO MFA VPN DNS TLS HTTP HTTPS HTML JSON XML AWS CI CD CVE CVSS OWASP SOC SLA OKR KPI PII GDPR SDK IDE DBA SRE CSRF SSRF IAM SDLC SAST DAST SIEM JWT PR PRS'.split(
    ' ',
  ),
);
const shortForm = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}]{1,5}s?(?![\p{L}\p{N}])/gu;
const tradeWord =
  /\b(?:deserializ\w+|metadata service|egress|ingress|idempoten\w+|entropy|gadget chain|prototype pollution|side channel|race condition|hypervisor|nonce|fuzz\w*|linker|sidecar|hash(?:ed|es|ing)?|salt(?:ed|ing)?|canonicaliz\w+|regex\w*|heap|buffer overflow|middleware|namespace|mutex|payload|signature verification|access control list|static analysis|penetration test|threat model\w*|endpoint|token|bucket|repository|pipeline|merge request|pull request)\b/giu;
const explained =
  /^["'”’)]*(?:,? (?:which|that) (?:is|are|means)|,? meaning|,? that is|,? or rather|,? in other words|,? basically|,? so the|,? an? |s? \()/i;

/** The terms of the trade that the audience may not know and that are not explained where they first stand. */
export function jargonFor(audience: Audience, { sentences }: Reading): Term[] {
  if (audience === 'engineer') return [];
  const terms = new Map<string, Term>();
  for (const { text, start } of sentences) {
    for (const match of matchesFor(audience, text)) {
      const [term] = match;
      const key = term.toUpperCase();
      const clear = explained.test(text.slice(match.index + term.length));
      if (terms.has(key) || clear) continue;
      const from = start + match.index;
      terms.set(key, { term, quote: { text: term, start: from, end: from + term.length } });
    }
  }
  return [...terms.values()];
}

function matchesFor(audience: Exclude<Audience, 'engineer'>, text: string): RegExpExecArray[] {
  const short = text === text.toUpperCase() ? [] : [...text.matchAll(shortForm)];
  if (audience === 'manager')
    return short.filter(([term]) => !everyday.has(term.toUpperCase()) && !known.has(term.toUpperCase()));
  return [...short.filter(([term]) => !everyday.has(term.toUpperCase())), ...text.matchAll(tradeWord)];
}
