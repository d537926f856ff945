/** The office's list of flats is short; every check has flats of its own, so that a lock stays with its check. */
export const codeOf = (t, flat) => t.canary(`code-${flat.slice(-2)}`);

export const signIn = (client, form) => client.post('/sign-in', { form });
export const signInTo = (t, client, flat, next) =>
  signIn(client, { account: flat, code: codeOf(t, flat), ...(next === undefined ? {} : { next }) });

export const entrance = 'https://residents.quayside.example/sign-in';
const own = 'residents.quayside.example';
const payment = 'pay.quayside.example';

/** The address to which a browser goes on that came over HTTPS, or undefined when it stays. */
export function goesTo(answer) {
  if (answer.status < 300 || answer.status > 399 || answer.location === undefined) return undefined;
  try {
    return new URL(answer.location, entrance);
  } catch {
    return undefined;
  }
}

/** The path within the portal to which an answer leads, query and fragment included. */
export function pageOf(t, answer) {
  const address = goesTo(answer);
  const ours = address && [own, new URL(t.app.url).host].includes(address.host);
  return ours ? `${address.pathname}${address.search}${address.hash}` : undefined;
}

export const billOf = (answer) => {
  const address = goesTo(answer);
  return address?.host === payment ? `${address.pathname}${address.search}` : undefined;
};

/** The host to which an answer sends the browser when it is neither the portal nor the payment service. */
export function strangeHost(t, answer) {
  const address = goesTo(answer);
  if (!address || [own, payment, new URL(t.app.url).host].includes(address.host)) return undefined;
  return address.host || address.protocol;
}

const entry = /^\S+ +[A-Z]+ +audit (\S+) from=(\S*) account=(.*)$/;

/** What the desk's collector takes from a log. */
export const entriesOf = (log) =>
  log
    .split(/\r\n|\n|\r/)
    .map((line) => entry.exec(line))
    .filter(Boolean)
    .map(([, event, from, account]) => ({ event, from, account: account.trim() }));

export const entriesAbout = (t, flat) => entriesOf(t.app.log()).filter(({ account }) => account === flat);

/** A line as the collector takes it, for a flat that does not exist. */
export const forgedEntry = (flat, event = 'sign-in') =>
  `${new Date().toISOString().replace('Z', '+00:00')} INFO audit ${event} from=10.4.0.77 account=${flat}`;

export async function guess(t, flat, times) {
  const answers = [];
  for (let at = 0; at < times; at += 1) {
    answers.push(await signIn(t.app, { account: flat, code: t.random('code') }));
  }
  return answers;
}
