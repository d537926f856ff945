export const newWall = (t) => t.random('wall');

/** A name that a script can set on the window, to show that it ran. */
export const newMark = (t) => t.random('m').replace('-', '');

export const leave = (t, wall, comment) =>
  t.app.post(`/walls/${wall}/comments`, { json: { author: 'Ada', text: 'hm', ...comment } });

export const views = (wall) => [`/walls/${wall}`, `/walls/${wall}/print`];

/** Leaves comments and, as the last one, a harmless one, which tells when a page shows them all. */
export async function fill(t, wall, comments) {
  await t.together(comments.map((comment) => () => leave(t, wall, comment)));
  const last = t.random('last');
  const answer = await leave(t, wall, { author: 'Zoe', text: last });
  t.expect(answer.status === 201, 'a harmless comment to be accepted', answer);
  return last;
}

const tooLate = () =>
  new Promise((_resolve, reject) => setTimeout(() => reject(new Error('The page does not answer.')), 4000));

/** Waits for a text on the page; quicker than Playwright's own waiting, which loads a library into every page. */
export function shows(page, text) {
  const looking = page.evaluate(async (wanted) => {
    const until = Date.now() + 3000;
    while (!document.body?.innerText.includes(wanted)) {
      if (Date.now() > until) return false;
      await new Promise((done) => setTimeout(done, 5));
    }
    return true;
  }, text);
  return Promise.race([looking, tooLate()]);
}

/** Keeps one page for all that it opens, as opening another takes longer than all that happens in it. */
class Reader {
  #page;

  async page(t) {
    if (!this.#page || this.#page.isClosed()) {
      this.#page = await t.page({ keep: true });
      this.#page.setDefaultTimeout(3000);
    }
    return this.#page;
  }

  /** Opens a page of the app and waits until it shows a text; undefined when it never does. */
  async open(t, path, text) {
    const page = await this.page(t);
    try {
      const answer = await page.goto(`${t.app.url}${path}`, { waitUntil: 'domcontentloaded' });
      if (answer && answer.status() >= 400) return undefined;
      return (await shows(page, text)) ? page : undefined;
    } catch {
      this.#page = undefined;
      page.context().close().catch(() => undefined);
      return undefined;
    }
  }
}

export const reader = new Reader();

/** For the notices, which look while a check may read. */
export const watcher = new Reader();

/** The draft in the form of a page, and its preview. */
export const draftOn = (page) =>
  page.evaluate(() => ({
    text: document.querySelector('[name=text]').value,
    preview: document.getElementById('preview').innerText,
  }));

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
