import { Router } from 'express';
import { requireAccount } from './accounts.js';
import { Problem } from './problem.js';

const catalog = new Map([
  ['espresso-dark', { name: 'Espresso, dark', cents: 1890 }],
  ['filter-light', { name: 'Filter, light', cents: 2150 }],
  ['decaf', { name: 'Decaf', cents: 1990 }],
]);

export const orderRoutes = Router();

orderRoutes.get('/catalog', (_req, res) => {
  res.json([...catalog].map(([sku, { name, cents }]) => ({ sku, name, cents })));
});

orderRoutes.get('/basket', (req, res) => {
  res.json(req.session.basket);
});

orderRoutes.post('/basket', (req, res) => {
  const { sku, bags } = req.body ?? {};
  if (!catalog.has(sku)) throw new Problem(400, 'Choose something from the catalog.');
  if (!Number.isInteger(bags) || bags < 1 || bags > 200) throw new Problem(400, 'Order 1 to 200 bags.');
  const { basket } = req.session;
  if (basket.length >= 20) throw new Problem(400, 'The basket is full.');
  basket.push({ sku, bags });
  res.status(201).json(basket);
});

orderRoutes.get('/orders', requireAccount, (req, res) => {
  res.json(req.session.account.orders);
});

// Only a JSON body is read: a form on another page cannot send one without asking first.
orderRoutes.post('/orders', requireAccount, (req, res) => {
  const { session } = req;
  const { reference } = req.body ?? {};
  if (typeof reference !== 'string' || reference.length > 60) throw new Problem(400, 'Send a reference.');
  if (session.basket.length === 0) throw new Problem(409, 'The basket is empty.');
  const cents = session.basket.reduce((sum, { sku, bags }) => sum + catalog.get(sku).cents * bags, 0);
  const order = { reference, lines: session.basket.splice(0), cents };
  session.account.orders.push(order);
  res.status(201).json(order);
});
