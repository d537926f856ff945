import { fill, foreign, lookAt, newMark, newWall, once, read, reader, views } from './wall.js';

const onerror = (run) => `<img src=data:x onerror=${run}>`;
const handlers = (run) => [`"onmouseover="${run}`, `'onmouseover='${run}`];
const script = (run) => `javascript://a.example/%0Avoid(${run})`;

/** Comments by the check that leaves them; `run` is code that shows that it ran. */
const attacks = {
  'tag-left-open': (run) => [{ text: `hello <img src=data:x onerror=${run}//` }],
  'tag-in-tag': (run) => [{ text: `<<i>img src=data:x onerror=${run}>` }],
  'tag-after-comment': (run) => [{ text: `<<!-- x --><i>img src=data:x onerror=${run}>` }],
  'quote-in-link': (run) => [
    ...handlers(run).map((handler) => ({ text: `see https://a.example/${handler}` })),
    { text: `see https://a.example/"onfocus=${run}//"autofocus/x="` },
  ],
  'script-in-tag': (run) => [{ text: `<<i>script>${run}<<i>/script>` }],
  'tag-in-name': (run) => [{ author: onerror(run) }],
  'script-in-name': (run) => [{ author: `<script>${run}</script>`, website: 'https://eve.example/' }],
  'quote-in-name': (run) => [
    ...handlers(run).map((handler) => ({ author: `Eve${handler}` })),
    { author: `Eve" onmouseover="${run}`, website: 'https://eve.example/' },
  ],
  'script-as-website': (run) => [{ website: script(run) }],
  'disguised-website': (run) => [
    { website: script(run).replace('javascript', 'JaVaScRiPt') },
    { website: script(run).replace('javascript', 'java\tscript') },
    { website: script(run).replace('javascript', 'javascript\n') },
    { website: `\u0001${script(run)}` },
    { website: script(run).replace('://a.example/', ':"https://a.example/"//') },
  ],
  'quote-in-website': (run) => [
    ...handlers(run).map((handler) => ({ website: `https://a.example/${handler}` })),
    { website: `https://a.example/">${onerror(run)}` },
  ],
};

/** Leaves all of them on one wall, each under a mark of its own, and reads the wall in both views. */
const readWall = once(async (t) => {
  const left = Object.entries(attacks).flatMap(([kind, comments]) =>
    comments('').map((_comment, at) => {
      const mark = newMark(t);
      return { kind, mark, comment: comments(`window.${mark}=1`)[at] };
    }),
  );
  const wall = newWall(t);
  const framed = newMark(t);
  const frame = `<iframe srcdoc="Your session has ended. ${framed}"></iframe>`;
  const frames = [{ author: frame }, { text: frame.replaceAll('<', '<<i>') }];
  const last = await fill(t, wall, [...frames, ...left.map(({ comment }) => comment)]);
  const marks = left.map(({ mark }) => mark);
  const seen = [];
  for (const path of views(wall)) {
    const page = await reader.open(t, path, last);
    // Before any script of the others has had a click to run on.
    const [frameShown] = page ? await foreign(page, framed) : [];
    seen.push({ path, frameShown, ran: page && new Set(await read(page, marks)) });
  }
  return { left, seen };
});

/** Fails the check when one of the comments of these kinds has run a script on the page, or in print. */
export async function expectHarmless(t, kinds, { onPage = false, inPrint = false }) {
  const { left, seen } = await readWall(t);
  const [page, print] = seen;
  for (const { path, ran } of [onPage && page, inPrint && print].filter(Boolean)) {
    t.expect(ran, `${path} to show the comments that were left`, await t.app.get(path));
    const worked = left.find(({ kind, mark }) => kinds.includes(kind) && ran.has(mark));
    if (worked) {
      t.breach(`a script of the attacker runs for everybody who reads ${path}`, worked.comment);
    }
  }
}

/** Fails the check when a frame stands in one of the two views, which needs no script. */
export async function expectNoFrame(t) {
  const { seen } = await readWall(t);
  for (const { path, ran, frameShown } of seen) {
    t.expect(ran, `${path} to show the comments that were left`, await t.app.get(path));
    if (frameShown) t.breach('a frame with content of the attacker stands in the page', frameShown);
  }
}

/** The wall with the imported comments: what both views show, and what runs in them. */
export const readArchive = once(async (t) => {
  const marks = ['old-text', 'old-website'].map((name) => `m${t.canary(name)}`);
  const seen = [];
  for (const path of views('archive')) {
    const page = await reader.open(t, path, 'the swing is back');
    const shown = page && (await lookAt(page));
    seen.push({ path, shown, ran: page && new Set(await read(page, marks)) });
  }
  return seen;
});

export async function expectHarmlessArchive(t, name) {
  for (const { path, ran } of await readArchive(t)) {
    t.expect(ran, `${path} to show the old comments`, await t.app.get(path));
    if (ran.has(`m${t.canary(name)}`)) t.breach(`a script in an imported comment runs for everybody who reads ${path}`);
  }
}
