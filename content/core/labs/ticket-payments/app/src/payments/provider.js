import { config } from '../config.js';

/** What the provider knows about a payment: its status, our reference and the amount. */
export async function paymentOf(id) {
  const response = await fetch(`${config.providerUrl}/payments/${encodeURIComponent(id)}`, {
    headers: { authorization: `Bearer ${config.providerKey}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(3000),
  });
  if (!response.ok) throw new Error(`the provider answered ${response.status} for payment ${id}`);
  return response.json();
}
