// The calls and pages of the status board, as the checks use them.
import { openPage, runs } from './browser.js';

export const addIncident = (t, fields) =>
  t.app.post('/incidents', {
    json: {
      service: 'mail',
      title: t.random('incident'),
      text: 'nothing works',
      minutes: 30,
      runbook: '',
      ...fields,
    },
  });

/** Adds an incident that has to be taken, and returns it as it was answered. */
export async function report(t, fields) {
  const added = await addIncident(t, fields);
  t.expect(added.status === 201 && added.json()?.id, 'an incident to be taken with 201', added);
  return added.json();
}

/** Opens /board or /report; the page has to be there, or nothing can be said about it. */
export async function visit(t, path) {
  const seen = await t.app.get(path);
  t.expect(seen.status === 200, `${path} to be answered with 200`, seen);
  return { ...openPage(seen.text), seen };
}

/** The element of an incident in a page, and one inside it. */
export function rowOf({ document }, { id }) {
  return document.find((element) => element.attribute('id') === `incident-${id}`);
}

export const inside = (row, test) => row?.find(test);

/** A call that hands the token of the person on call to the attacker. */
export const stealing = (mark) => `steal('${mark}',document.body.dataset.token)`;

/** Ends the check when a browser would run code of an incident in a page that holds the token. */
export function breachIfStolen(t, page, mark) {
  if (page.token === t.canary('on-call') && runs(page, 'steal', mark))
    t.breach('code of an incident runs in a page that holds the token of the person on call', page.seen);
}
