import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sendTickets } from './outbox.js';
import { Problem } from './problem.js';

const shows = new Map([
  ['winter-journey', { title: 'Winter Journey', cents: 4200 }],
  ['late-night-trio', { title: 'Late Night Trio', cents: 2650 }],
]);

const wanted = z.object({
  show: z.string(),
  seats: z.int().min(1).max(8),
  mail: z.email().max(120),
});

const orders = new Map();

/** Opens an order. Whoever knows its id may see it, so the id cannot be guessed. */
export function openOrder(body) {
  const { data, error } = wanted.safeParse(body);
  if (error) throw new Problem(400, z.prettifyError(error));
  const show = shows.get(data.show);
  if (!show) throw new Problem(404, 'There is no such show.');
  const order = { id: randomUUID(), ...data, cents: show.cents * data.seats, state: 'open', tickets: [] };
  orders.set(order.id, order);
  return order;
}

export function findOrder(id) {
  const order = orders.get(id);
  if (!order) throw new Problem(404, 'There is no such order.');
  return order;
}

/** Makes the tickets. The provider repeats its calls, so an order that is paid stays as it is. */
export function markPaid(order, payment) {
  if (order.state === 'paid') return;
  order.state = 'paid';
  order.payment = payment;
  order.tickets = Array.from({ length: order.seats }, () => randomBytes(9).toString('base64url'));
  // Guests can also fetch their tickets: a mail that does not leave is no reason to undo the sale.
  try {
    sendTickets(order);
  } catch (error) {
    console.error(`the mail with the tickets of ${order.id} could not be sent`, error);
  }
}

export const shown = ({ id, show, seats, cents, state }) => ({ id, show, seats, cents, state });
