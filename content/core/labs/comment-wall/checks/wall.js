export const newWall = (t) => t.random('wall');

/** A name that a script can set on the window, to show that it ran. */
export const newMark = (t) => t.random('m').replace('-', '');

export const leave = (t, wall, comment) =>
  t.app.post(`/walls/${wall}/comments`, { json: { author: 'Ada', text: 'hm', ...comment } });

export const views = (wall) => [`/walls/${wall}`, `/walls/${wall}/print`];

/** Leaves comments and, as the last one, a harmless one, which tells when a page shows them all. */
export async function fill(t, wall, comments) {
  for (const comment of comments) await leave(t, wall, comment);
  const last = t.random('last');
  const answer = await leave(t, wall, { author: 'Zoe', text: last });
  t.expect(answer.status === 201, 'a harmless comment to be accepted', answer);
  return last;
}

let shared;

export const reader = {
  /** One page for all checks, as opening another takes longer than all that happens in it. */
  async page(t) {
    if (!shared || shared.isClosed()) {
      const browser = (await t.page()).context().browser();
      const context = await browser.newContext();
      context.setDefaultTimeout(3000);
      shared = await context.newPage();
    }
    return shared;
  },

  /** Opens a page of the app and waits until it shows a text; undefined when it never does. */
  async open(t, path, text) {
    const page = await reader.page(t);
    try {
      await page.goto('about:blank');
      const answer = await page.goto(`${t.app.url}${path}`, { waitUntil: 'domcontentloaded' });
      if (answer && answer.status() >= 400) return undefined;
      await page.waitForFunction((wanted) => document.body?.innerText.includes(wanted), text);
      return page;
    } catch {
      shared = undefined;
      page.close().catch(() => undefined);
      return undefined;
    }
  },
};

/** What a page shows. */
export function lookAt(page) {
  return page.evaluate(() => ({
    text: document.body.innerText,
    bold: [...document.querySelectorAll('strong, b')].map(({ textContent }) => textContent),
    links: [...document.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')]),
  }));
}

/**
 * What a reader does without thinking: pictures load, the mouse passes over everything, links that stay on the page are
 * clicked. Returns which of the marks scripts have set by then.
 */
export async function read(page, marks) {
  try {
    return await page.evaluate(async (names) => {
      const pause = () => new Promise((done) => setTimeout(done));
      const settled = (image) =>
        image.complete ||
        new Promise((done) => {
          image.addEventListener('load', done);
          image.addEventListener('error', done);
        });
      await Promise.all([...document.images].map(settled));
      for (const element of document.body.querySelectorAll('*')) {
        for (const type of ['mouseover', 'mouseenter', 'focus']) element.dispatchEvent(new Event(type));
      }
      const onPage = [...document.querySelectorAll('a')].filter(({ protocol }) => protocol === 'javascript:');
      for (const link of onPage) {
        link.removeAttribute('target');
        link.click();
        await pause();
      }
      await pause();
      return names.filter((name) => window[name] !== undefined);
    }, marks);
  } catch {
    return [];
  }
}

/** Elements that show foreign content or change the page without any script, and carry a mark. */
export async function foreign(page, mark) {
  try {
    return await page.evaluate((text) => {
      const found = document.querySelectorAll('iframe, frame, object, embed, base, meta[http-equiv]');
      return [...found].map(({ outerHTML }) => outerHTML).filter((html) => html.includes(text));
    }, mark);
  } catch {
    return [];
  }
}

/** Remembers what was done once for several checks. */
export function once(work) {
  let done;
  return (t) => {
    done ??= work(t);
    return done;
  };
}
