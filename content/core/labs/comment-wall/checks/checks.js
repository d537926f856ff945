import { exploit, functional, notice } from '#checks';
import { expectHarmless, expectHarmlessArchive, expectNoFrame, readArchive } from './attacks.js';
import { draftOn, fill, leave, lookAt, newMark, newWall, once, read, reader, shows, views, watcher } from './wall.js';

functional('comments-as-json', 'The mobile app gets comments as they were typed', async (t) => {
  const wall = newWall(t);
  const comment = {
    author: `Zoë "Zo" O'Brien & Søn ${t.random('a')}`,
    text: `1 < 2 && 3 > 2, AT&T, I <3 this "wall"; don't you? ${t.random('b')}`,
    website: `https://${t.random('site')}.example/?a=1&b=2`,
  };
  const left = await leave(t, wall, comment);
  t.expect(left.status === 201, 'the comment to be accepted', left);
  const seen = await t.app.get(`/walls/${wall}/comments`);
  const [first] = seen.json() ?? [];
  const same = Object.entries(comment).every(([key, value]) => first?.[key] === value);
  t.expect(same, 'name, text and website letter by letter', seen);
});

functional('refuses-nonsense', 'Comments without a text or with a website that is none are refused', async (t) => {
  const wall = newWall(t);
  for (const comment of [{ text: ' ' }, { author: '' }, { website: 'my own page' }, { text: 'x'.repeat(2001) }]) {
    const refused = await leave(t, wall, comment);
    t.expect(refused.status >= 400 && refused.status < 500, 'the comment to be refused', refused);
  }
  const unknown = await t.app.get('/walls/No%20Such%20Wall');
  t.expect(unknown.status === 404, 'a wall that cannot exist not to be found', unknown);
});

/** One wall for what both views have to show; looked at once. */
const showcase = once(async (t) => {
  const wall = newWall(t);
  const typed = {
    author: `Zoë "Zo" O'Brien & Søn ${t.random('a')}`,
    text: `1 < 2 && 3 > 2, AT&T, I <3 this "wall"; x -> y, don't you? ${t.random('b')}`,
  };
  const formatted = {
    strong: `${t.random('so')} & <3`,
    address: `https://${t.random('garden')}.example/plan?a=1&b=2#top`,
    one: t.random('one'),
    two: t.random('two'),
  };
  const { strong, address, one, two } = formatted;
  const linked = { author: `Lin ${t.random('c')}`, website: `https://${t.random('site')}.example/me?x=1&y=2` };
  const plain = { author: `Pia ${t.random('d')}` };
  const text = `see ${address} now\n${one}\n${two} *${strong}* it is, 2 * 3 * 4`;
  const last = await fill(t, wall, [typed, { text }, linked, plain]);
  const seen = [];
  for (const path of views(wall)) {
    const page = await reader.open(t, path, last);
    t.expect(page, `${path} to show the comments that were left`, await t.app.get(path));
    seen.push({ path, shown: await lookAt(page) });
  }
  return { typed, formatted, linked, plain, seen };
});

functional('shows-as-typed', 'The page and the print view show names and texts as they were typed', async (t) => {
  const { typed, seen } = await showcase(t);
  for (const { path, shown } of seen) {
    t.expect(shown.text.includes(typed.author), `${path} to show the name ${typed.author}`, shown.text);
    t.expect(shown.text.includes(typed.text), `${path} to show the text ${typed.text}`, shown.text);
  }
});

functional('formats', 'Bold words, links and line breaks are kept, in both views', async (t) => {
  const { formatted, seen } = await showcase(t);
  const { strong, address, one, two } = formatted;
  for (const { path, shown } of seen) {
    t.expect(shown.bold.includes(strong), `"${strong}" to be bold in ${path}`, shown);
    const isLink = shown.links.some(([text, href]) => text === address && href === address);
    t.expect(isLink, `a link to ${address} in ${path}`, shown);
    t.expect(shown.text.includes(`${one}\n${two} ${strong} it is, 2 * 3 * 4`), 'the line break to be kept', shown);
  }
});

functional('links-website', 'The name leads to the website, when there is one', async (t) => {
  const { linked, plain, seen } = await showcase(t);
  for (const { path, shown } of seen) {
    const leads = shown.links.some(([text, href]) => text.includes(linked.author) && href === linked.website);
    t.expect(leads, `the name "${linked.author}" to lead to ${linked.website} in ${path}`, shown.links);
    const other = shown.links.some(([text]) => text.includes(plain.author));
    t.expect(!other, 'a name without a website to be no link', shown.links);
  }
});

functional('leaves-in-page', 'A comment is left with the form, after a preview', async (t) => {
  const wall = newWall(t);
  const [author, text] = [`Ida ${t.random('a')}`, `a *${t.random('fine')}* day, ${t.random('b')}`];
  const page = await reader.open(t, `/walls/${wall}`, `Wall ${wall}`);
  t.expect(page, 'the page of an empty wall to open');
  await page.fill('[name=author]', author);
  await page.fill('[name=text]', text);
  const { preview } = await draftOn(page);
  t.expect(preview === text.replaceAll('*', ''), 'the preview to show the text without asterisks', preview);
  await page.click('form button');
  t.expect(await shows(page, author), 'the comment to appear on the page');
  const stored = await t.app.get(`/walls/${wall}/comments`);
  t.expect(stored.json()?.[0]?.text === text, 'the comment to be stored', stored);
});

functional('opens-draft', 'A link with a draft opens the page with text and preview', async (t) => {
  const [word, rest] = [t.random('swing'), `1 < 2 & ${t.random('rest')}`];
  const draft = new URLSearchParams({ draft: `*${word}* ${rest}` });
  const page = await reader.open(t, `/walls/${newWall(t)}#${draft}`, word);
  t.expect(page, 'the page to show the draft');
  const seen = await draftOn(page);
  t.expect(seen.text === `*${word}* ${rest}`, 'the draft in the form', seen.text);
  t.expect(seen.preview === `${word} ${rest}`, 'the draft in the preview', seen.preview);
});

functional('shows-imported', 'The comments of the old wall are there', async (t) => {
  for (const { path, shown } of await readArchive(t)) {
    t.expect(shown, `${path} to show the old comments`, await t.app.get(path));
    t.expect(shown.bold.includes('old oak'), 'their bold words to be bold', shown.bold);
  }
});

exploit('tag-left-open', 'A tag that is never closed passes the cleaning', { finding: 'text-becomes-markup' }, (t) =>
  expectHarmless(t, ['tag-left-open'], { onPage: true }),
);

exploit('tag-in-tag', 'A tag that appears when another one is taken out', { finding: 'text-becomes-markup' }, (t) =>
  expectHarmless(t, ['tag-in-tag', 'tag-after-comment'], { onPage: true }),
);

exploit(
  'imported-comment',
  'A comment that was there before anybody cleaned',
  { finding: 'text-becomes-markup' },
  (t) => expectHarmlessArchive(t, 'old-text'),
);

exploit(
  'quote-in-link',
  'A link that ends its own attribute',
  { finding: 'text-becomes-markup', hidden: true },
  (t) => expectHarmless(t, ['quote-in-link'], { onPage: true, inPrint: true }),
);

exploit(
  'draft-in-link',
  'A draft that comes with a link and never sees the server',
  { finding: 'text-becomes-markup', hidden: true },
  async (t) => {
    const [wall, ...marks] = [newWall(t), newMark(t), newMark(t)];
    const [tag, quote] = [`<img src=data:x onerror=window.${marks[0]}=1>`, `https://a.example/"onmouseover="window.${marks[1]}=1`];
    const draft = new URLSearchParams({ draft: `look ${tag} ${quote} x` });
    const page = await reader.open(t, `/walls/${wall}#${draft}`, `Wall ${wall}`);
    t.expect(page, 'the page of an empty wall to open');
    const [ran] = await read(page, marks);
    if (ran) t.breach('a script of the attacker runs for everybody who follows a link with a draft', String(draft));
  },
);

exploit(
  'text-on-paper',
  'The print view shows the same text',
  { finding: 'text-becomes-markup', hidden: true },
  (t) => expectHarmless(t, ['tag-left-open', 'tag-in-tag', 'script-in-tag'], { inPrint: true }),
);

exploit('tag-in-name', 'A tag stands in the name', { finding: 'name-becomes-markup' }, (t) =>
  expectHarmless(t, ['tag-in-name'], { onPage: true }),
);

exploit('quote-in-name', 'A name ends the attribute in which it stands', { finding: 'name-becomes-markup' }, (t) =>
  expectHarmless(t, ['quote-in-name'], { onPage: true, inPrint: true }),
);

exploit(
  'name-on-paper',
  'The print view shows the same name',
  { finding: 'name-becomes-markup', hidden: true },
  (t) => expectHarmless(t, ['tag-in-name', 'script-in-name'], { inPrint: true }),
);

exploit(
  'frame-without-script',
  'A frame with a page of the attacker, without any script',
  { finding: 'name-becomes-markup', hidden: true },
  (t) => expectNoFrame(t),
);

exploit('script-as-website', 'The website is a script', { finding: 'website-runs-script' }, (t) =>
  expectHarmless(t, ['script-as-website'], { onPage: true, inPrint: true }),
);

exploit('disguised-website', 'The website is a script in disguise', { finding: 'website-runs-script' }, (t) =>
  expectHarmless(t, ['disguised-website'], { onPage: true, inPrint: true }),
);

exploit(
  'quote-in-website',
  'A website ends the attribute in which it stands',
  { finding: 'website-runs-script', hidden: true },
  (t) => expectHarmless(t, ['quote-in-website'], { onPage: true, inPrint: true }),
);

exploit(
  'imported-website',
  'A website that was imported from the old wall',
  { finding: 'website-runs-script', hidden: true },
  (t) => expectHarmlessArchive(t, 'old-website'),
);

/** Where a comment shows up as more than text, in the page of a reader. */
async function markupIn(page) {
  try {
    return await page.evaluate(() => {
      const handled = (element) => [...element.attributes].some(({ name }) => name.startsWith('on'));
      const strange = 'img, script:not([src="/wall.js"]), iframe, svg, object, embed, style, video, audio, details, input[onfocus]';
      const all = [...document.body.querySelectorAll('*')];
      const markup = all.find((element) => element.matches(strange) || handled(element));
      const link = all.find((element) => element.protocol === 'javascript:');
      return { markup: markup?.outerHTML.slice(0, 200), link: link?.outerHTML.slice(0, 200) };
    });
  } catch {
    return {};
  }
}

const hasMarkup = (value) => typeof value === 'string' && /[<"']/.test(value);

/** Whether a comment could become more than text; only then is it worth the time to look. */
const isStrange = ({ text, author, website }) =>
  [text, author, website].some(hasMarkup) || !/^https?:/i.test(website ?? 'https:');

const leaving = (comment) => ({ attack: (t) => leave(t, newWall(t), comment) });

/** Looks that have not begun, by wall; one serves all comments that were left until then. */
const waiting = new Map();
const looks = new Map();
let busy = Promise.resolve();

function lookLater(t, wall) {
  if (!waiting.has(wall)) {
    const begin = () => {
      waiting.delete(wall);
      return see(t, wall);
    };
    busy = busy.then(begin, begin);
    waiting.set(wall, busy);
  }
  return waiting.get(wall);
}

/** After a comment was left, both views are opened as a reader would; the last comment decides which flaw it shows. */
function look(t, { request, response }) {
  const wall = /^\/walls\/([a-z0-9-]+)\/comments/.exec(request.path)?.[1];
  if (request.method !== 'POST' || response.status !== 201 || !wall) return undefined;
  const left = response.json() ?? {};
  if (!isStrange(left)) return undefined;
  const comment = `${wall} ${left.id}`;
  if (!looks.has(comment)) looks.set(comment, lookLater(t, wall));
  return looks.get(comment).then((seen) => ({ ...seen, left }));
}

/** Waits until nothing on the page has changed for a while. */
async function quiet(page) {
  const settled = page.evaluate(
    () =>
      new Promise((done) => {
        const stop = () => done(observer.disconnect());
        let timer = setTimeout(stop, 200);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(stop, 200);
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
      }),
  );
  const enough = new Promise((done) => setTimeout(done, 1500));
  await Promise.race([settled, enough]).catch(() => undefined);
}

async function see(t, wall) {
  for (const path of views(wall)) {
    const page = await watcher.open(t, path, '');
    const found = page ? await quiet(page).then(() => markupIn(page)) : {};
    if (found.markup || found.link) return found;
  }
  return {};
}

notice(
  'text-becomes-markup',
  async (t, exchange) => {
    const seen = await look(t, exchange);
    if (seen?.markup && hasMarkup(seen.left.text)) return `in the page of a reader the text became ${seen.markup}`;
  },
  leaving({ text: 'hello <img src=data:x onerror=hello//' }),
);

notice(
  'name-becomes-markup',
  async (t, exchange) => {
    const seen = await look(t, exchange);
    if (seen?.markup && hasMarkup(seen.left.author)) return `in the page of a reader the name became ${seen.markup}`;
  },
  leaving({ author: '<img src=data:x onerror=hello>' }),
);

notice(
  'website-runs-script',
  async (t, exchange) => {
    const seen = await look(t, exchange);
    if (seen?.link) return `the name leads to a script: ${seen.link}`;
    if (seen?.markup && hasMarkup(seen.left.website)) return `in the page of a reader the website became ${seen.markup}`;
  },
  leaving({ website: 'javascript://a.example/%0Ahello()' }),
);
