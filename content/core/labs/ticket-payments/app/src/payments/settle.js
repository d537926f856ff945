import { markPaid } from '../orders.js';
import { Problem } from '../problem.js';
import { paymentOf } from './provider.js';

class PaymentRefused extends Problem {
  constructor(message) {
    super(402, message);
  }
}

const waiting = ['authorizing'];
const refused = ['failed', 'expired'];

function compare(order, payment) {
  if (payment.reference !== order.id || payment.cents !== order.cents) {
    throw new PaymentRefused('This payment is for something else.');
  }
  if (refused.includes(payment.status)) throw new PaymentRefused('The payment did not go through.');
}

/** Asks the provider about a payment of this order and settles the order with it. */
export async function settle(order, paymentId) {
  try {
    const payment = await paymentOf(paymentId);
    compare(order, payment);
    if (waiting.includes(payment.status)) return;
  } catch (error) {
    if (error instanceof PaymentRefused) throw error;
    // Their API has its moments, and guests at the door must not suffer from it (incident of 2 November).
    console.warn(`order ${order.id}: ${error.message}`);
  }
  markPaid(order, paymentId);
}
