/** Adds a product the way the buyers' tool does. */
export async function add(t, product) {
  const answer = await t.app.post('/api/products', {
    headers: { 'X-Buyer-Key': t.canary('buyer-key') },
    json: {
      category: 'Tools',
      brand: 'Fern',
      priceCents: 1000,
      purchaseCents: 500,
      stock: 1,
      listedOn: '2031-03-01',
      ...product,
    },
  });
  t.expect(answer.status === 201 && answer.json()?.id > 0, 'a product to be added with 201 and an id', answer);
}

export const search = (t, query) => t.app.get('/api/products', { query });
export const summary = (t, by) => t.app.get('/api/products/summary', { query: by === undefined ? {} : { by } });

/** The first letters of the names in an answer, in order; undefined when it holds no list. */
export function initials(answer) {
  const list = answer.json();
  if (answer.status !== 200 || !Array.isArray(list)) return undefined;
  return list.map((product) => String(product?.name ?? '?')[0]).join('');
}

/** How the four products of a shelf come out when they are sorted by one column, upward. */
export const orders = { name: 'ABCD', price_cents: 'BDAC', stock: 'DBCA', listed_on: 'CDAB' };
export const purchaseOrder = 'ACDB';
export const reversed = (text) => [...text].reverse().join('');

/** Puts four products into a category of its own and returns its name. */
export async function shelf(t) {
  const category = t.random("Gardener's");
  const rank = (order, name) => order.indexOf(name) + 1;
  for (const name of 'ABCD') {
    await add(t, {
      name: `${name} ${t.random('product')}`,
      category,
      priceCents: 1000 * rank(orders.price_cents, name),
      stock: 10 * rank(orders.stock, name),
      listedOn: `2031-04-0${rank(orders.listed_on, name)}`,
      purchaseCents: 100 * rank(purchaseOrder, name),
    });
  }
  return category;
}

/** Puts two products of one price into a category of its own and returns its name. */
export async function pair(t) {
  const category = t.random('Pair');
  for (const [name, purchaseCents] of [['A', 100], ['B', 200]]) {
    await add(t, { name: `${name} ${t.random('product')}`, category, purchaseCents });
  }
  return category;
}
