import { exploit, functional, notice } from '#checks';
import { add, initials, orders, pair, purchaseOrder, reversed, search, shelf, summary } from './shop.js';

functional('sorted-as-asked', 'Products are sorted by name, price, stock and day, up and down', async (t) => {
  const category = await shelf(t);
  for (const [sort, upward] of Object.entries(orders)) {
    for (const [direction, expected] of [['asc', upward], ['DESC', reversed(upward)]]) {
      const seen = await search(t, { category, sort, direction });
      t.expect(initials(seen) === expected, `the products in the order ${[...expected].join(', ')}`, seen);
    }
  }
});

functional('sorted-by-name-at-first', 'Without a wish products come by name', async (t) => {
  const category = await shelf(t);
  const seen = await search(t, { category });
  t.expect(initials(seen) === 'ABCD', 'the products in the order A, B, C, D', seen);
  const downward = await search(t, { category, direction: 'desc' });
  t.expect(initials(downward) === 'DCBA', 'the products in the order D, C, B, A', downward);
});

functional('finds-what-is-typed', 'A search term may hold quotes, percent signs and words of SQL', async (t) => {
  for (const name of [t.random("Gardener's 5% feed"), t.random('Select; Drop -- Union of roses')]) {
    const category = t.random('Feed');
    await add(t, { name, category });
    await add(t, { name: t.random('other'), category });
    const seen = await search(t, { category, q: name.toUpperCase(), sort: 'price_cents' });
    const found = seen.json();
    t.expect(Array.isArray(found) && found.length === 1 && found[0].name === name, `"${name}" and nothing else`, seen);
  }
});

functional('page-by-page', 'Equal prices keep their order from page to page', async (t) => {
  const category = t.random('Pots');
  for (let number = 0; number < 12; number += 1) await add(t, { name: `${t.random('pot')}`, category });
  const pages = [];
  for (const page of [0, 1]) pages.push((await search(t, { category, sort: 'price_cents', page })).json());
  t.expect(pages[0]?.length === 10 && pages[1]?.length === 2, 'a page of 10 and a page of 2', pages);
  t.expect(new Set(pages.flat().map(({ id }) => id)).size === 12, 'every product once', pages);
});

functional('summed-up', 'The summary counts by category and by brand', async (t) => {
  const [category, brand] = [t.random('Pots'), t.random("O'Leary")];
  await add(t, { name: t.random('pot'), category, brand, stock: 7 });
  await add(t, { name: t.random('pot'), category, brand, stock: 5 });
  for (const [by, name] of [['category', category], ['brand', brand], [undefined, category]]) {
    const seen = await summary(t, by);
    const group = seen.json()?.find?.((one) => one.name === name);
    t.expect(group?.products === 2 && group.stock === 12, `2 products and a stock of 12 for ${name}`, seen);
  }
});

functional('terms-for-buyers', 'Buyers see the terms, nobody else does', async (t) => {
  const own = await t.app.get('/api/terms', { headers: { 'X-Buyer-Key': t.canary('buyer-key') } });
  t.expect(own.text.includes(t.canary('rebate-code')), 'the terms', own);
  const other = await t.app.get('/api/terms');
  t.expect(other.status === 403, '403 without the key', other);
});

const code = '(select rebate_code from terms)';

/** Whether two wishes that differ only in a guess about a secret bring the products in different orders. */
async function answersGuesses(t, category, query) {
  const right = await search(t, { category, ...query(true) });
  const wrong = await search(t, { category, ...query(false) });
  const [first, second] = [initials(right), initials(wrong)];
  return first !== undefined && second !== undefined && first !== second ? right : undefined;
}

exploit(
  'terms-by-order',
  'The order of the products answers questions about the terms of suppliers',
  { finding: 'order-by' },
  async (t) => {
    const category = await shelf(t);
    const guess = (right) => `substring(${code}, 1, 8) = '${right ? t.canary('rebate-code').slice(0, 8) : 'zzzzzzzz'}'`;
    const shapes = [
      (right) => `(case when ${guess(right)} then price_cents else -price_cents end)`,
      (right) => `price_cents * case when ${guess(right)} then 1 else -1 end`,
      (right) => `name is null, case when ${guess(right)} then price_cents else -price_cents end`,
    ];
    for (const shape of shapes) {
      const seen = await answersGuesses(t, category, (right) => ({ sort: shape(right) }));
      if (seen) t.breach('the order tells right guesses about a rebate code from wrong ones, letter by letter', seen);
    }
  },
);

exploit(
  'prices-rewritten',
  'A second statement follows the sort and changes prices',
  { finding: 'order-by' },
  async (t) => {
    const category = await shelf(t);
    const update = `update products set price_cents = 1 where category = '${category.replace("'", "''")}'`;
    for (const sort of [`name; ${update}; select 1`, `price_cents; ${update}; --`]) {
      const answer = await search(t, { category, sort });
      const after = (await search(t, { category })).json();
      if (after?.some?.((product) => product.priceCents === 1)) t.breach('everything on the shelf costs one cent now', answer);
    }
  },
);

exploit(
  'direction-carries-more',
  'The direction carries another expression along',
  { finding: 'order-by', hidden: true },
  async (t) => {
    const category = await pair(t);
    const guess = (right) => `substring(${code}, 1, 8) = '${right ? t.canary('rebate-code').slice(0, 8) : 'zzzzzzzz'}'`;
    const shapes = [
      (right) => `, case when ${guess(right)} then id else -id end`,
      (right) => `, case when purchase_cents < ${right ? 150 : 50} then id else -id end desc`,
      (right) => `, purchase_cents * ${right ? 1 : -1}`,
    ];
    for (const start of ['asc', 'desc']) {
      for (const shape of shapes) {
        const seen = await answersGuesses(t, category, (right) => ({ sort: 'price_cents', direction: start + shape(right) }));
        if (seen) t.breach('the direction answers questions about values that nobody may see', seen);
      }
    }
  },
);

exploit(
  'file-written',
  'The database writes a file while it sorts',
  { finding: 'order-by', hidden: true },
  async (t) => {
    const category = await shelf(t);
    const name = t.random('dump');
    const calls = [
      `csvwrite('/srv/data/${name}.csv', 'select * from terms')`,
      `file_write('${name}', '/srv/data/${name}.txt')`,
      `price_cents + file_write('${name}', '/srv/data/${name}.sql')`,
    ];
    for (const call of calls) {
      const answer = await search(t, { category, sort: call });
      await search(t, { category, sort: 'price_cents', direction: `asc, ${call}` });
      if (t.files.list().some((path) => path.includes(name))) t.breach('the attacker writes files on the server', answer);
    }
  },
);

exploit(
  'purchase-price-order',
  'Products are sorted by what they cost in purchase',
  { finding: 'order-by', hidden: true },
  async (t) => {
    const category = await shelf(t);
    const names = ['purchase_cents', 'PURCHASE_CENTS', 'products.purchase_cents', '"PURCHASE_CENTS"', 'Purchase_Cents', ' purchase_cents'];
    for (const sort of names) {
      for (const [direction, expected] of [['asc', purchaseOrder], ['desc', reversed(purchaseOrder)]]) {
        const seen = await search(t, { category, sort, direction });
        if (initials(seen) === expected) t.breach('everybody sees which product has the better margin', seen);
      }
    }
  },
);

exploit(
  'terms-in-summary',
  'The summary groups by a question of its own and shows the answer',
  { finding: 'group-by' },
  async (t) => {
    for (const by of [code, `concat(brand, ${code})`, `category, ${code}`]) {
      const answer = await summary(t, by);
      if (answer.text.includes(t.canary('rebate-code'))) t.breach('the rebate code is in the answer', answer);
    }
  },
);

exploit(
  'summary-by-purchase-price',
  'The summary groups by what products cost in purchase',
  { finding: 'group-by', hidden: true },
  async (t) => {
    const purchaseCents = 1_000_000_000 + Number.parseInt(t.random('').slice(-7), 16);
    await add(t, { name: t.random('secret'), purchaseCents });
    for (const by of ['purchase_cents', 'PURCHASE_CENTS', '"PURCHASE_CENTS"', 'products.purchase_cents', "purchase_cents || ''"]) {
      const answer = await summary(t, by);
      if (answer.text.includes(String(purchaseCents))) t.breach('the purchase price of every product is in the answer', answer);
    }
  },
);

exploit(
  'summary-changes-prices',
  'A second statement follows the group',
  { finding: 'group-by', hidden: true },
  async (t) => {
    const category = await shelf(t);
    const update = `update products set price_cents = 1 where category = '${category.replace("'", "''")}'`;
    for (const by of [`brand from products; ${update}; --`, `brand; ${update}; --`]) {
      const answer = await summary(t, by);
      const after = (await search(t, { category })).json();
      if (after?.some?.((product) => product.priceCents === 1)) t.breach('everything on the shelf costs one cent now', answer);
    }
  },
);

const queryOf = (request) => new URL(request.path, 'http://app').searchParams;

notice('order-by', (t, { request, response }) => {
  if (!/^\/api\/products(?:\?|$)/.test(request.path)) return;
  const file = t.files.list().find((path) => path !== 'erp/terms.csv');
  if (file) return `the database wrote the file ${file}`;
  const wish = `${queryOf(request).get('sort') ?? ''} ${queryOf(request).get('direction') ?? ''}`;
  if (initials(response)?.length > 1 && /purchase_cents|select\b|\bcase\b|terms/i.test(wish)) {
    return 'the database sorted by an expression of yours, and its order tells what the expression saw';
  }
});

notice('group-by', (t, { request, response }) => {
  if (!request.path.startsWith('/api/products/summary')) return;
  if (response.text.includes(t.canary('rebate-code'))) return 'the rebate code of a supplier is in the response';
  if (response.status === 200 && /purchase_cents/i.test(queryOf(request).get('by') ?? '')) {
    return 'the response lists what products cost in purchase';
  }
});
