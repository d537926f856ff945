import type { LexiconEntry } from '#core/content/lexicon.ts';

/**
 * Words and phrases that people use for much the same thing where they speak of threats and measures, one family a
 * line, the name first. Wider than the synonyms of the lexicon, which answers to questions are read by.
 */
const families = `
remote code execution: rce, code execution, execute code, executes code, run code, runs code, arbitrary code, run commands, execute commands, command injection, shell, exploit code, code runs
memory corruption: buffer overflow, memory error, memory unsafe, overflow, use after free, native bug, memory safety
parser: decoder, codec, parsing, decode, decoding, imagemagick, libvips, libpng, image library, native library, deserialization, unmarshal
cross-site scripting: xss, stored xss, script runs, runs script, script injection, inject script, malicious script, malicious javascript, html injection, stored cross-site scripting, run in the browser, execute in the browser, executed in the browser
script: javascript, js
server-side request forgery: ssrf, metadata service, cloud metadata, instance metadata, internal host, internal address, internal service, 169.254.169.254, internal url, internal endpoint, private address
object-level authorization: idor, bola, insecure direct object reference, ownership check, ownership, owner check, object level authorization, broken access control, other users data, other peoples, someone elses, guess ids, change the id, enumerate ids, increment the id, access control missing, missing authorization, authorization check
cross-tenant: tenant isolation, other tenants, another tenant, foreign tenant, tenant filter, tenant separation, other companies, another company, tenant condition, tenant check, between tenants, tenant id
resource exhaustion: denial of service, dos, ddos, flood, flooding, overload, exhaust, exhausts, exhausted, crash, crashes, out of memory, consume memory, takes all memory, starve, starvation, unavailable, outage, bring down, takes down, slow down, kills the, noisy neighbor, monopolize, fill the queue, hog, block others, waits for hours
decompression bomb: zip bomb, pixel flood, image bomb, huge dimensions, enormous dimensions, large dimensions, very large image, billion laughs
huge: large, big, enormous, oversized, giant, very large, very big, gigabyte, gigabytes
memory: ram, cpu
quota: rate limit, rate limiting, throttle, throttling, limits, limit requests, per user limit, fair use, cap, quotas
automation: bots, bot, scripts, scripted, automated, scalper, scalping, scalpers, scraping, scrape, crawler, enumeration, enumerate, mass, bulk, hoarding
storage cost: fill storage, fills storage, storage full, fills up, disk full, bill, costs, free storage, storage abuse, unlimited uploads
repudiation: deny, denies, denied having, dispute, disputes, cannot prove, nobody can prove, nobody can say, not attributable, attribution, accountability, no audit, no audit trail, no logs, no log, no logging, missing logs, insufficient logging, lack of logging, not logged, no record, no trace, untraceable, who did, shared account, common account
audit log: audit trail, logging, audit logging, record who, audit record, logs, log entries, append-only log, immutable log, tamper-evident
log tampering: delete logs, erase logs, erased, edit logs, alter logs, wipe logs, clear logs
impersonate: impersonation, pretend, pretends, spoof, spoofs, spoofed, spoofing, forge, forged, forges, fake, faked, false, poses as, masquerade, on behalf of, act as, acts as, stands in for
stolen credential: stolen key, stolen token, stolen api key, stolen password, leaked key, leaked token, leaked credential, leaked password, compromised credential, compromised key, compromised account, credential theft, token theft, steal the token, steal credentials, stolen session, session hijacking, session theft, hijack, hijacked, account takeover, takeover, takes over, replayed token, reuse the key
credential stuffing: password spraying, brute force, guess passwords, reused password, password guessing, weak password
phishing: phish, phished, social engineering, tricked, lure, lookalike, look-alike page
static credential: long-lived, long lived, static key, no expiry, never expires, without expiry, does not expire, permanent key, hard-coded, hardcoded, api key, personal access token
short-lived credential: short-lived, short lived, expire, expires, expiring, rotation, rotate, rotated, workload identity, oidc federation, temporary credentials, ephemeral credentials
webhook: callback, notification, event from the provider, ipn
signature: signed, sign, signing, hmac, verify the signature, signature verification, verify signatures, verified, unsigned, not verified, without verification, authenticity, cosign, attestation, provenance
replay: replayed, replays, sent again, twice, duplicate, duplicated, idempotent, idempotency, once only, resubmit, repeated request, nonce
race condition: race, at the same moment, at the same time, concurrent, concurrently, toctou, double booking, double spend, oversell, sells twice
price manipulation: change the price, price tampering, tamper with the price, total, amount, manipulate the amount, cheaper, pays less, server-side price, modify the price
skimming: skimmer, magecart, card skimming, web skimming, formjacking, overlay, fake form, payment form, payment page
third-party script: tag manager, third party javascript, external script, analytics script, vendor script, third-party javascript
content security policy: csp, subresource integrity, sri, script inventory
card testing: carding, card enumeration, stolen cards, test cards, card validation, card fraud
refund fraud: refund, refunds, money back, fraudulent refund
supply chain: malicious package, compromised package, malicious dependency, compromised dependency, dependency confusion, typosquatting, hijacked package, poisoned package, poisoned dependency, backdoored, trojanized, install script, upstream compromise, look-alike package, malicious library
pin dependencies: lock file, lockfile, pinned, pinning, digest, digests, checksum, checksums, private proxy, mirror, internal registry, vendoring
pipeline poisoning: poisoned pipeline, pipeline definition, workflow file, build script, build definition, modify the pipeline, change the pipeline, ci config
fork: pull request from outside, external contributor, outside contribution, untrusted pull request, pull requests, merge request, outsider
cache poisoning: poisoned cache, shared cache, shared workspace, cached response, cache key, cached data, cached by
ephemeral: fresh machine, one job, clean machine, throwaway, single-use, isolated runners, separate runners, separate machines
image substitution: replaced image, tampered image, malicious image in the registry, mutable tag, push to the registry, overwrite the tag, moves a tag, image by tag, swap the image
insider: malicious employee, malicious agent, rogue, disgruntled, support agent abuses, abuse of, misuse, insider abuse, insider threat, curious
approval: four eyes, two people, second person, dual control, peer review, code review, review, approve, branch protection, bypass review, bypasses review
privilege escalation: elevation of privilege, escalate, escalates, escalation, gain admin, becomes administrator, root, higher privileges, more rights, excessive permissions, over-privileged, overprivileged, too many rights, broad role, admin rights
least privilege: minimal permissions, minimal rights, narrow role, scoped, reduced privileges, without rights, no rights, restricted role, separate role
sandbox: isolate, isolated, isolation, container escape, seccomp, gvisor, separate process, own process, jail, no network, network isolation
egress: outbound, egress proxy, allowlist, allow-list, whitelist, block internal, deny private, private ranges, network policy
lateral movement: pivot, pivots, other systems, from there, reach other, spread, spreads
disclose: leak, leaks, leaked, leakage, expose, exposes, exposed, exposure, reveal, reveals, disclosure, steal, steals, stolen, exfiltrate, exfiltrates, exfiltration, read, reads, see, sees, obtain, obtains, view, harvest, dump, dumps, copy, copies
modify: tamper, tampers, tampering, alter, alters, change, changes, overwrite, overwrites, replace, replaces, manipulate, manipulates, edit, edits, corrupt, modifies
eavesdrop: sniff, sniffing, man in the middle, mitm, intercept, intercepts, interception, wiretap, in transit, on the wire, plaintext, unencrypted, cleartext
encryption: encrypt, encrypted, tls, https, mtls, at rest, kms
validate: validation, check, checks, checked, verify, verifies, sanitize, sanitization, input validation, enforce
personal data: pii, private data, sensitive data, personal information, customer data, user data, confidential, gdpr, privacy
metadata: exif, gps, location, coordinates, geolocation, camera data
strip metadata: remove metadata, remove exif, strip exif, re-encode, reencode, encode anew, transcode
excessive data exposure: over-fetching, whole record, full record, all fields, too much data, more than needed, unnecessary fields, field filtering, response filtering
log leakage: secrets in logs, tokens in logs, in the log, in access logs, log files, query string, in the url
pre-signed link: signed link, signed url, presigned url, pre-signed url, download link, share link, forwarded link
session: cookie, cookies, session token, session id
token: jwt, access token, bearer token, refresh token, id token
redirect: redirect uri, open redirect, redirect_uri, return address, callback url
authorization code: pkce, code interception, code injection, state parameter, login csrf
cross-site request forgery: csrf, xsrf, forged request, same-site
multi-factor: mfa, 2fa, passkey, passkeys, hardware key, webauthn, second factor, step-up
prompt injection: injected instructions, malicious prompt, instructions in documents, instructions in a document, jailbreak, indirect prompt injection, hidden instructions
hallucination: made up, invents, fabricates, wrong answer, false answer
poisoning: poisoned, poison, poisons, planted, plants, malicious document, injected content, seeded
firmware: update, updates, ota, over the air, flash, rollback, downgrade, old version
physical access: opened device, debug port, uart, jtag, extract the key, from the device, device theft
monitoring: alert, alerts, alarm, alarms, anomaly detection, detection, siem, watch, unusual use
backup: backups, snapshot, snapshots, restore
secret: secrets, password, passwords, key, keys, credential, credentials
administrator: admin, operator, support agent, support staff
image: picture, pictures, photo, photos, images
upload: uploads, uploaded, uploading, sends a file, submit a file
malicious file: crafted file, crafted image, malicious image, hostile file, polyglot, malicious upload, hand-made file, malformed image, crafted picture, malware
`;

/** As entries of a lexicon, to be read before it. */
export const threatWords: readonly LexiconEntry[] = families
  .trim()
  .split('\n')
  .map((line) => {
    const [term = '', names = ''] = line.split(':');
    return { term, aliases: names.split(',').map((name) => name.trim()), spoken: [] };
  });
