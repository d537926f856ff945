// The calls of the gatekeeper, as the checks use them.
import { randomInt } from 'node:crypto';

const digits = (text) => text.replace(/\D/g, '');

/** Eight digits, in two groups as they are printed. */
export const newBadge = () => String(randomInt(10_000_000, 99_999_999));

export const newPin = () => String(randomInt(1000, 9999));

/** As lab.yaml and the brief have it; knowing it is no part of any attack. */
const asHR = { 'X-Hr-Token': 'for-the-personnel-office' };

/** An employee with a fresh badge; the PIN is left out where it is undefined. */
export async function employ(t, { zones = ['lobby', 'server-room'], pin } = {}) {
  const badge = newBadge();
  const json = { name: t.random('employee'), zones, ...(pin !== undefined && { pin }) };
  const kept = await t.app.put(`/people/${badge}`, { headers: asHR, json });
  t.expect(kept.status === 200, 'a person to be kept with 200', kept);
  return badge;
}

export const putBlockList = (t, lines) =>
  t.app.put('/blocklist', { headers: asHR, body: lines.map((line) => `${line}\n`).join('') });

/** Makes these badges the blocked ones, in a list without mistakes. */
export async function block(t, ...badges) {
  const kept = await putBlockList(
    t,
    badges.map((badge) => `${badge} ; lost`),
  );
  t.expect(kept.status === 200, 'the block list to be taken with 200', kept);
}

export const register = (t, until) => t.app.post('/visitors', { json: { name: t.random('visitor'), until } });

export const daysFromNow = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Holds a badge against a reader; `opened` tells whether the relay got an order to open that gate. */
export async function enter(t, gate, badge, pin) {
  const before = pulses(t, gate, badge);
  const json = { badge, ...(pin !== undefined && { pin }) };
  const seen = await t.app.post(`/gates/${gate}/entries`, { json });
  return { seen, opened: pulses(t, gate, badge) > before };
}

function pulses(t, gate, badge) {
  const lines = t.files.read('relay.log')?.split('\n').filter(Boolean) ?? [];
  return lines
    .map(parsed)
    .filter((pulse) => pulse?.gate === gate && digits(String(pulse.badge)) === digits(badge)).length;
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
