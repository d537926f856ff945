import express from 'express';
import { config } from './config.js';
import { findOrder, openOrder, shown } from './orders.js';
import { callbackRoutes } from './payments/callbacks.js';
import { settle } from './payments/settle.js';
import { answerProblem, Problem } from './problem.js';

const app = express();
app.disable('x-powered-by');

// Signatures cover the bytes that came in, not what the parser makes of them.
function keepRawBody(req, _res, bytes) {
  req.rawBody = bytes;
}
app.use(express.json({ limit: '20kb', verify: keepRawBody }));

app.get('/health', (_req, res) => {
  res.json({ status: 'up' });
});

app.post('/orders', (req, res) => {
  res.status(201).json(shown(openOrder(req.body)));
});

app.get('/orders/:id', (req, res) => {
  res.json(shown(findOrder(req.params.id)));
});

app.get('/orders/:id/return', async (req, res) => {
  const order = findOrder(req.params.id);
  if (order.state !== 'paid') await settle(order, req.query.payment);
  res.json(shown(order));
});

app.get('/orders/:id/tickets', (req, res) => {
  const order = findOrder(req.params.id);
  if (order.state !== 'paid') throw new Problem(402, 'The tickets come with the payment.');
  res.json({ show: order.show, tickets: order.tickets });
});

app.use(callbackRoutes);
app.use(answerProblem);

app.listen(config.port, config.host, () => {
  console.log(`box-office listens on ${config.host}:${config.port}`);
});
